package com.customerfocus.customer.imports;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.customerfocus.csv.InvalidFileException;
import com.customerfocus.csv.RowError;
import com.customerfocus.customer.imports.CustomerEntry.Outcome;
import com.customerfocus.customer.imports.CustomerEntry.Values;
import com.customerfocus.customer.search.CustomerSearch;
import com.customerfocus.customer.search.CustomerView;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.TestDatabase;
import com.customerfocus.testing.Uncommitted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a file does to the customers on file, in real tables. */
@CustomerFocusTest
class CustomerImportTests {

  private static final String HEADER =
      "reference,name,mail,phone,postal address,language,tier,time zone,owner\n";
  private static final String LUZ =
      "C-1,Luz Peñalver-Núñez,casa@x.example,+34 600 111 222,\"Calle Mayor 1, Madrid\",es,gold,"
          + "Europe/Madrid,fran\n";
  private static final String TOM = "C-2,Tom Ash,casa@x.example,+44 (0)20 7946 0958,,en,,,fran\n";
  private static final String KEN = "C-3,山田 太郎,,,,en,,,fred\n";
  private static final String ALL = HEADER + LUZ + TOM + KEN;

  private final CustomerImporter importer;
  private final CustomerEntry entry;
  private final CustomerSearch search;
  private final OrganizationImporter organization;
  private final JdbcTemplate rows;
  private final CountedDatabase database;
  private final TransactionTemplate transaction;

  @Autowired
  CustomerImportTests(
      CustomerImporter importer,
      CustomerEntry entry,
      CustomerSearch search,
      OrganizationImporter organization,
      JdbcTemplate rows,
      CountedDatabase database,
      TransactionTemplate transaction) {
    this.importer = importer;
    this.entry = entry;
    this.search = search;
    this.organization = organization;
    this.rows = rows;
    this.database = database;
    this.transaction = transaction;
  }

  @BeforeEach
  void employees() {
    new Company()
        .add("boss", null, "Board", "senior-officer")
        .add("fran", "boss", "Care", "front-line")
        .add("fred", "boss", "Care", "")
        .importInto(organization);
  }

  private CustomerImportReport imported(String csv) {
    return importer.importFile(file(csv), "customers.csv", "admin");
  }

  private static ByteArrayResource file(String csv) {
    return new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> found(String owner, String text) {
    return search.ownCustomers(owner, text, 0, 10).stream().map(CustomerView::reference).toList();
  }

  @Test
  void aFileOfThreeComesIntoTheTableAndTheSameAgainChangesNothing() {
    var first = imported(ALL);
    assertThat(first)
        .extracting(
            CustomerImportReport::customers,
            CustomerImportReport::added,
            CustomerImportReport::changed)
        .containsExactly(3, 3, 0);
    assertThat(first.warnings())
        .containsExactly(
            "fred owns 1 customers of the file but has no role front-line and cannot see them.");
    var before = rows.queryForList("select * from customer order by id");
    var again = imported(ALL);
    assertThat(again.isEmpty()).isTrue();
    assertThat(again.unchanged()).isEqualTo(3);
    assertThat(rows.queryForList("select * from customer order by id")).isEqualTo(before);
    assertThat(rows.queryForObject("select count(*) from customer_staged", Integer.class)).isZero();
    assertThat(rows.queryForObject("select count(*) from customer_import", Integer.class)).isOne();
  }

  @Test
  void aDryRunTellsEachFieldAndChangesNothing() {
    imported(ALL);
    var changed =
        HEADER + LUZ.replace("gold", "").replace("casa@", "luz@") + "C-4,Pia Roy,,,,es,,,\n";
    var preview = importer.dryRun(file(changed)).preview();
    assertThat(preview.changes())
        .extracting(it -> it.line() + " " + it.reference() + ": " + it.what())
        .containsExactly("2 C-1: mail, tier", "3 C-4: new");
    assertThat(preview.fields())
        .extracting(it -> it.field() + " " + it.customers())
        .containsExactly("mail 1", "tier 1");
    assertThat(preview.report().missing()).isEqualTo(2);
    assertThat(search.customer("C-4")).isEmpty();
    assertThat(search.customer("C-1").orElseThrow().tier()).isEqualTo("gold");
  }

  @Test
  void customersMissingInTheFileStayAndSoDoColumns() {
    imported(ALL);
    var report = imported("reference,name,language\nC-1,Luz P.,es\n");
    assertThat(report.changed()).isOne();
    assertThat(report.missing()).isEqualTo(2);
    var luz = search.customer("C-1").orElseThrow();
    assertThat(luz.name()).isEqualTo("Luz P.");
    assertThat(luz.mail()).isEqualTo("casa@x.example");
    assertThat(luz.phone()).isEqualTo("+34 600 111 222");
    assertThat(luz.timeZone()).isEqualTo("Europe/Madrid");
    assertThat(found("fran", "casa@x.example")).containsExactlyInAnyOrder("C-1", "C-2");
    assertThat(found("fran", "600111222")).containsExactly("C-1");
    assertThat(found("fran", "Núñez")).isEmpty();
  }

  @Test
  void aReferenceIsFoundInCapitalsOrNot() {
    imported(ALL);

    assertThat(search.customer("c-1").orElseThrow().reference()).isEqualTo("C-1");
    assertThat(found("stranger", "c-1")).containsExactly("C-1");
    assertThat(search.customer("c-9")).isEmpty();
  }

  @Test
  void anImportChangesNoChoiceAndNoBounce() {
    imported(ALL);
    rows.update(
        """
        update customer set contact = 'NO_CONTACT', by_post = true, chosen_language = 'en'
         where reference = 'C-1'
        """);
    rows.update(
        """
        insert into customer_reach (customer_id, address, out_since, soft_bounces)
        select id, lower(mail), timestamp '2026-03-02 09:00:00', 0 from customer
         where reference = 'C-1'
        """);
    imported(ALL.replace("gold", "silver"));
    var luz = search.customer("C-1").orElseThrow();
    assertThat(luz.tier()).isEqualTo("silver");
    assertThat(luz.contact()).hasToString("NO_CONTACT");
    assertThat(luz.byPost()).isTrue();
    assertThat(luz.language()).isEqualTo("en");
    assertThat(luz.outOfReachSince()).isNotNull();
    assertThat(search.figures().outOfReach()).as("and one without address").isEqualTo(2);
    imported(ALL.replace("222,", "222,").replaceFirst("casa@x", "luz@x"));
    assertThat(search.customer("C-1").orElseThrow().outOfReachSince()).isNull();
    assertThat(search.figures().outOfReach()).isOne();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          C-5,,,,,es,,,                      | 5 name
          C-5,Pia,nomail,,,es,,,             | 5 mail
          C-5,Pia,,call me,,es,,,            | 5 phone
          C-5,Pia,,,,fr,,,                   | 5 language
          C-5,Pia,,,,es,,Mars/Base,          | 5 time zone
          C-5,Pia,,,,es,,,zoe                | 5 owner
          C-1,Pia,,,,es,,,                   | 5 reference
          1.2E+11,Pia,,,,es,,,               | 5 reference
          a/b,Pia,,,,es,,,                   | 5 reference
          """)
  void oneErrorIsToldByLineAndNothingChanges(String row, String where) {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> imported(ALL + row + "\n"))
        .satisfies(
            refused ->
                assertThat(refused.errors())
                    .extracting((RowError it) -> it.line() + " " + it.column())
                    .containsExactly(where));
    assertThat(rows.queryForObject("select count(*) from customer", Integer.class)).isZero();
  }

  @Test
  void whatIsWrongWithinAndBetweenRowsIsToldAtOnce() {
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(
            () ->
                imported(
                    ALL
                        + "C-1,Pia,nomail,,,es,,,zoe\n"
                        + "C-9,,,,,es,,,zoe\n"
                        + "C-1,Pia,,,,es,,,1.2E+11\n"))
        .satisfies(
            refused ->
                assertThat(refused.errors())
                    .extracting((RowError it) -> it.line() + " " + it.column())
                    .containsExactlyInAnyOrder(
                        "5 mail",
                        "5 reference",
                        "5 owner",
                        "6 name",
                        "6 owner",
                        "7 owner",
                        "7 reference"));
    assertThat(rows.queryForObject("select count(*) from customer", Integer.class)).isZero();
    assertThat(rows.queryForObject("select count(*) from customer_staged", Integer.class)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "luz, C-1",
    "LUZ, C-1",
    "nunez pen, C-1",
    "Peñalver-Nú, C-1",
    "+34 600 111 222, C-1",
    "600111222, C-1",
    "020 7946 0958, C-2",
    "C-2, C-2",
    "C-3, C-3",
  })
  void anOwnerFindsOwnCustomersAndAnyByReference(String typed, String reference) {
    imported(ALL);
    assertThat(found("fran", typed)).containsExactly(reference);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          José Núñez               | Jose\u0301 Nun\u0303ez
          Jose\u0301 Nun\u0303ez | josé núñ
          José Núñez               | JOSE NUNEZ
          Αλέξης Ζορμπάς           | ζορμπας
          Αλέξης Ζορμπάς           | ΑΛΕΞ
          Фёдор Достоевский        | достоевск
          Фёдор Достоевский        | ФЕДОР
          山田 太郎                | 太郎
          山田太郎                 | 太郎
          山田太郎                 | 山田
          やまだたろう             | たろう
          محمد علي                 | علي
          Đặng Thị Ánh             | dang anh
          Strauß & Söhne           | strauss sohne
          O’Brien                  | o'bri
          """)
  void aNameIsFoundInAnyScript(String name, String typed) {
    imported(HEADER + "U-1,%s,,,,en,,,fran\n".formatted(name));
    assertThat(found("fran", typed)).containsExactly("U-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          +34 600 111 222     | 600.111.222
          +34 600 111 222     | 0034600111222
          +34 600 111 222     | (600) 111-222
          0034-600-111-222    | +34 600 111 222
          600111222           | 600 111 222
          +44 (0)20 7946 0958 | +44 20 7946 0958
          +44 20 7946 0958    | 02079460958
          020/7946 0958       | 020 7946-0958
          """)
  void aPhoneNumberIsFoundInAnyNotation(String phone, String typed) {
    imported(
        HEADER
            + "U-1,Pia Roy,,%s,,en,,,fran\nU-2,Tom,,+1 303 555 0100,,en,,,fran\n".formatted(phone));
    assertThat(found("fran", typed)).containsExactly("U-1");
  }

  @ParameterizedTest
  @CsvSource({"Pia.Roy@X.example", "pia.roy@x.EXAMPLE", "PIA.ROY@", "pia.roy"})
  void aMailIsFoundInAnyCaseAndByItsBeginning(String typed) {
    imported(HEADER + "U-1,P. R.,Pia.Roy@x.Example,,,en,,,fran\n");
    assertThat(found("fran", typed)).containsExactly("U-1");
  }

  @Test
  void pagesOfASearchHaveEachCustomerOnce() {
    var csv = new StringBuilder(HEADER);
    for (var i = 0; i < 25; i++) {
      csv.append("U-%d,Same Name,,,,en,,,fran\n".formatted(i));
    }
    imported(csv.toString());
    assertThat(
            IntStream.range(0, 4)
                .boxed()
                .flatMap(page -> search.ownCustomers("fran", "same na", page * 10, 10).stream())
                .map(CustomerView::reference))
        .hasSize(25)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"''", "luz", "nunez pen", "casa@x.example", "+34 600 111 222", "C-3"})
  void aSearchIsOneStatement(String typed) {
    imported(ALL);
    database.startCounting();
    found("fran", typed);
    assertThat(database.executions()).hasSize(1);
  }

  @Test
  void anImportHasNoStatementForEachRow() {
    imported(ALL);
    var small = executionsOf(1_000, "a");
    var large = executionsOf(3_000, "b");
    // Two more batches: who was removed, and the rows.
    assertThat(large - small).isEqualTo(4);
  }

  private int executionsOf(int customers, String prefix) {
    var csv = new StringBuilder(HEADER);
    for (var i = 0; i < customers; i++) {
      csv.append("%s%d,Pia Roy %d,p%d@x.example,,,en,,,fran\n".formatted(prefix, i, i, i));
    }
    database.startCounting();
    imported(csv.toString());
    return database.count();
  }

  @Test
  void aCustomerOfAnotherIsNotFoundByName() {
    imported(ALL);
    assertThat(found("fran", "山田")).isEmpty();
    assertThat(found("fred", "山田")).containsExactly("C-3");
    assertThat(found("fran", "")).containsExactly("C-1", "C-2");
    assertThat(found("fran", "%")).isEmpty();
    assertThat(found("fran", "lu_")).isEmpty();
  }

  @Test
  void anotherSystemPutsACustomerDuringAnImportOfOthers() throws Exception {
    Future<Outcome> put;
    try (var others = new Uncommitted(transaction, () -> imported(ALL))) {
      put = others.meanwhile(() -> entry.put("P-1", named("Pia Roy")));
      assertThat(put.get(20, TimeUnit.SECONDS)).isEqualTo(Outcome.CREATED);
    }
    assertThat(search.figures().customers()).isEqualTo(4);
  }

  @Test
  void anImportWaitsForACustomerWhoIsBeingPutAndIsNotWaitedFor() throws Exception {
    imported(ALL);
    var other = Executors.newSingleThreadExecutor();
    Future<CustomerImportReport> waited =
        transaction.execute(
            status -> {
              rows.queryForList("select id from customer where reference = 'C-1' for update");
              var renamed = other.submit(() -> imported(ALL.replace("Luz Peñ", "Lucía Peñ")));
              await().until(() -> isWaitingForALock() || renamed.isDone());
              assertThat(entry.put("C-1", named("Luz Mar"))).isEqualTo(Outcome.CHANGED);
              return renamed;
            });
    other.shutdown();

    assertThat(waited.get(20, TimeUnit.SECONDS).changed()).isOne();
    assertThat(found("fran", "lucia")).containsExactly("C-1");
    assertThat(found("fran", "mar")).isEmpty();
  }

  private boolean isWaitingForALock() {
    return rows.queryForObject(
            TestDatabase.isPostgres()
                ? "select count(*) from pg_locks where not granted"
                : "select count(*) from information_schema.sessions where blocker_id is not null",
            Integer.class)
        > 0;
  }

  private static Values named(String name) {
    return new Values(name, null, null, null, "en", null, null, "fran");
  }

  @ParameterizedTest
  @CsvSource({
    "Zenobia Quiroga,Pia,,,,es,,,",
    "C-5,Pia,Zenobia Quiroga,,,es,,,",
    "C-5,Pia,,Zenobia Quiroga,,es,,,",
    "C-5,Pia,,,,Zenobia Quiroga,,,",
    "C-5,Pia,,,,es,,Zenobia Quiroga,",
    "C-5,Pia,,,,es,,,Zenobia Quiroga"
  })
  void anErrorDoesNotRepeatANameThatIsInAnotherColumn(ArgumentsAccessor row) {
    var values =
        row.toList().stream().map(it -> it == null ? "" : it.toString()).collect(joining(","));
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> imported(HEADER + values + "\n"))
        .satisfies(
            refused -> {
              assertThat(refused.errors()).hasSize(1);
              assertThat(refused.errors().toString() + refused.getMessage())
                  .doesNotContainIgnoringCase("quiroga");
            });
  }

  @Test
  void putTellsWhatBecameOfTheCustomer() {
    var values = new Values("Pia Roy", null, "+1 303 555 0100", null, "en", null, null, "fran");
    assertThat(entry.put("P-1", values)).isEqualTo(Outcome.CREATED);
    assertThat(entry.put("P-1", values)).isEqualTo(Outcome.UNCHANGED);
    var moved = new Values("Pia Roy", "pia@x.example", null, null, "en", null, null, null);
    assertThat(entry.put("P-1", moved)).isEqualTo(Outcome.CHANGED);
    var pia = search.customer("P-1").orElseThrow();
    assertThat(pia.phone()).isNull();
    var signs =
        new Values("=Pia \"Roy\", Ltd", null, "+1 303 555 0100", "-", "en", "@x", null, null);
    assertThat(entry.put("P-2", signs)).isEqualTo(Outcome.CREATED);
    var other = search.customer("P-2").orElseThrow();
    assertThat(other.name()).isEqualTo("=Pia \"Roy\", Ltd");
    assertThat(other.phone()).isEqualTo("+1 303 555 0100");
    assertThat(other.tier()).isEqualTo("@x");
    assertThat(pia.mail()).isEqualTo("pia@x.example");
    assertThat(pia.owner()).isNull();
  }
}
