package com.customerfocus.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.access.Actor;
import com.customerfocus.access.Groups;
import com.customerfocus.customer.imports.CustomerImportService;
import com.customerfocus.customer.imports.CustomerImporter;
import com.customerfocus.customer.imports.SampleFile;
import com.customerfocus.customer.search.CustomerSearch;
import com.customerfocus.customer.search.SearchPlans;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.util.FileSystemUtils;

/**
 * Measures on PostgreSQL how many rows of a file of customers a second are checked, and applied
 * through the process; the same rows written by plain SQL in the same run; and how customers are
 * found then. {@code target/customers} holds what it found: {@code customers.txt} and {@code
 * customers.json}.
 */
@Tag("benchmark")
class CustomerImportBenchmark {

  private static final Path FOLDER = Path.of("target", "customers");
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private static final int CUSTOMERS = Integer.getInteger("customers", 100_000);
  private static final int OWNERS = 1_000;
  private static final int BATCH = 1_000;
  private static final int SEARCHES = 21;
  private static final double MEGABYTE = 1024 * 1024;

  private static final Map<String, String> COLUMNS =
      Map.of(
          "customer",
          "reference, name, mail, phone, postal_address, language, tier, zone, owner_id,"
              + " search_name, phone_digits, created_at, changed_at",
          "customer_term",
          "term, customer_id");

  /** Some work. */
  private interface Part {
    void run() throws Exception;
  }

  private Program program;
  private Report report;

  @Test
  void howFastCustomersAreImportedAndFound() throws Exception {
    var settings = Settings.fromSystemProperties();
    FileSystemUtils.deleteRecursively(FOLDER);
    Files.createDirectories(FOLDER);
    try (var database = new Postgres(FOLDER);
        var mails = new MailSink(Duration.ZERO);
        var started = Program.start(settings, database, mails, FOLDER)) {
      program = started;
      var beans = program.context();
      var words = "%,d customers".formatted(CUSTOMERS);
      report =
          new Report("customers", OWNERS, words, settings, database, beans.getBean(Clock.class));
      importOwners();
      var csv = FOLDER.resolve("customers.csv");
      SampleFile.write(
          csv, CUSTOMERS, IntStream.range(0, OWNERS).mapToObj(i -> "owner" + i).toList());
      report.line("a file of %,.0f MB", Files.size(csv) / MEGABYTE);
      importThroughTheProcess(csv);
      var importer = beans.getBean(CustomerImporter.class);
      measure(
          "dry run of the same",
          () ->
              assertThat(importer.tryOut(new FileSystemResource(csv)).unchanged())
                  .isEqualTo(CUSTOMERS));
      measure(
          "import of the same",
          () -> importer.importFile(new FileSystemResource(csv), "again.csv", "admin"));
      assertThat(program.count("select count(*) from customer_import")).isOne();
      plainSql();
      search(beans.getBean(CustomerSearch.class));
      report.write(FOLDER);
    }
  }

  private void importOwners() {
    var company = new Company().add("top", null, "Board", "senior-officer");
    IntStream.range(0, OWNERS).forEach(i -> company.add("owner" + i, "top", "Care", "front-line"));
    company.importInto(program.context().getBean(OrganizationImporter.class));
  }

  private void importThroughTheProcess(Path csv) throws Exception {
    var file = new FileSystemResource(csv);
    var imports = program.context().getBean(CustomerImportService.class);
    var admin = Actor.of(Program.ADMINISTRATOR, Groups.ADMINISTRATORS);
    measure(
        "upload and dry run",
        () -> imports.submit("customers.csv", file, file.contentLength(), admin));
    var steps = program.context().getAutowireCapableBeanFactory().createBean(CascadeSteps.class);
    var tasks = program.engine().getTaskService();
    var task = tasks.createTaskQuery().taskDefinitionKey("reviewCustomerChanges").singleResult();
    measure(
        "review and apply",
        () -> {
          steps.as(
              Program.ADMINISTRATOR,
              () -> {
                tasks.complete(task.getId(), Map.of("decision", "apply"));
                return null;
              });
          await()
              .atMost(PATIENCE)
              .until(
                  () ->
                      program.count("select count(*) from customer_import where state = 'APPLIED'")
                          == 1);
        });
    assertThat(program.count("select count(*) from customer")).isEqualTo(CUSTOMERS);
  }

  private void measure(String name, Part part) throws Exception {
    program.forgetPeakHeap();
    var start = System.nanoTime();
    part.run();
    var seconds = (System.nanoTime() - start) / 1e9;
    var peak = program.peakHeap() / MEGABYTE;
    report.put(name, "rowsASecond", CUSTOMERS / seconds);
    report.put(name, "peakHeapMegabytes", peak);
    report.line(
        "%-24s%,8.1f s %,10.0f rows a second, heap up to %,5.0f MB",
        name, seconds, CUSTOMERS / seconds, peak);
  }

  /** The same rows of both tables again, into empty ones with the same indexes. */
  private void plainSql() throws Exception {
    emptyTables();
    measure(
        "plain batches of inserts",
        () -> {
          insert("customer");
          insert("customer_term");
        });
    emptyTables();
    for (var table : List.of("customer", "customer_term")) {
      program
          .aside()
          .execute(
              "copy (select %s from %s) to '%s'"
                  .formatted(COLUMNS.get(table), table, copied(table)));
    }
    measure(
        "plain COPY",
        () -> {
          copy("customer");
          copy("customer_term");
        });
  }

  private static Path copied(String table) {
    return FOLDER.resolve(table + ".copy").toAbsolutePath();
  }

  private void emptyTables() {
    for (var table : List.of("customer", "customer_term")) {
      program.aside().execute("drop table if exists plain_" + table);
      program.aside().execute("create table plain_%1$s (like %1$s including all)".formatted(table));
    }
  }

  private void insert(String table) {
    var columns = COLUMNS.get(table);
    var marks = String.join(", ", Collections.nCopies(columns.split(",").length, "?"));
    inTransaction(
        connection -> {
          try (var reading = program.context().getBean(DataSource.class).getConnection()) {
            reading.setAutoCommit(false);
            try (var rows = reading.createStatement();
                var insert =
                    connection.prepareStatement(
                        "insert into plain_%s (%s) values (%s)".formatted(table, columns, marks))) {
              rows.setFetchSize(BATCH);
              var found = rows.executeQuery("select %s from %s".formatted(columns, table));
              insertAll(found, insert);
            }
          }
        });
  }

  private static void insertAll(ResultSet rows, PreparedStatement insert) throws SQLException {
    var columns = rows.getMetaData().getColumnCount();
    for (var n = 1; rows.next(); n++) {
      for (var i = 1; i <= columns; i++) {
        insert.setObject(i, rows.getObject(i));
      }
      insert.addBatch();
      if (n % BATCH == 0) {
        insert.executeBatch();
      }
    }
    insert.executeBatch();
  }

  private void copy(String table) {
    inTransaction(
        connection -> {
          try (Reader rows = Files.newBufferedReader(copied(table))) {
            connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy plain_%s (%s) from stdin".formatted(table, COLUMNS.get(table)), rows);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private interface Writing {
    void write(Connection connection) throws SQLException;
  }

  private void inTransaction(Writing writing) {
    program
        .aside()
        .execute(
            (ConnectionCallback<Void>)
                connection -> {
                  connection.setAutoCommit(false);
                  try {
                    writing.write(connection);
                    connection.commit();
                  } finally {
                    connection.setAutoCommit(true);
                  }
                  return null;
                });
  }

  private void search(CustomerSearch customers) {
    program.aside().execute("analyze");
    var owner = "owner7";
    var one =
        program
            .aside()
            .queryForMap(
                "select reference, name, mail, phone from customer where owner_id = ?"
                    + " order by id offset 5 rows fetch next 1 row only",
                owner);
    var name = one.get("name").toString();
    var searches = new LinkedHashMap<String, String>();
    searches.put("all of one owner", "");
    searches.put("common word", name.substring(0, name.indexOf(' ')));
    searches.put("two words", name.substring(name.indexOf(' ') + 1));
    searches.put("three letters", name.substring(name.indexOf(' ') + 1).substring(0, 3));
    searches.put("mail", one.get("mail").toString().toUpperCase(Locale.ROOT));
    searches.put("beginning of a mail", one.get("mail").toString().replaceFirst("@.*", "@"));
    searches.put("phone", one.get("phone").toString().substring(4));
    searches.put("reference", one.get("reference").toString());
    searches.put("reference of another", "C-1");
    searches.put("nothing", "zzzzzz");
    searches.forEach(
        (kind, text) -> {
          measureSearch(customers, owner, kind, text, 0);
        });
    measureSearch(customers, owner, "20th page", "", 19);
  }

  private void measureSearch(
      CustomerSearch customers, String owner, String kind, String text, int page) {
    var millis = new ArrayList<Double>();
    var found = 0;
    for (var i = 0; i < SEARCHES; i++) {
      var start = System.nanoTime();
      found = customers.ownCustomers(owner, text, page * 50, 50).size();
      millis.add((System.nanoTime() - start) / 1e6);
    }
    Collections.sort(millis);
    var median = millis.get(SEARCHES / 2);
    var plan = SearchPlans.explain(program.aside(), owner, text, page * 50, 50);
    var scan = plan.stream().anyMatch(it -> it.contains("Seq Scan"));
    report.put("search: " + kind, "milliseconds", median);
    report.line("search %-22s%8.2f ms, %2d found%s", kind, median, found, scan ? ", SCAN" : "");
    plan.forEach(line -> report.line("    %s", line));
  }
}
