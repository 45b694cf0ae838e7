package com.customerfocus.customer.imports;

import com.customerfocus.csv.RowErrors;
import com.customerfocus.customer.CustomerTables;
import com.customerfocus.customer.RemovedCustomers;
import com.customerfocus.customer.search.SearchTerms;
import com.customerfocus.support.NameKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Compares the rows of a file with the customers on file inside the database, in the caller's
 * transaction: no query for each row, no file in memory. Tables {@code customer_staged} and {@code
 * customer_term}.
 */
@Repository
class CustomerStage {

  private static final int BATCH = 1_000;
  private static final int LONGEST_KEY = 400;
  private static final int FIRST_COLUMNS = 14;

  /** A value that other systems know, by the columns that both tables have. */
  private static final List<CustomerColumn> COMPARED =
      Arrays.stream(CustomerColumn.values()).filter(it -> it != CustomerColumn.REFERENCE).toList();

  private static final String STAGE =
      "insert into customer_staged (load_id, line, reference, name, mail, phone, postal_address,"
          + " language, tier, zone, owner_id, search_name, phone_digits, mail_word, word1, word2,"
          + " word3, word4, word5, word6, word7, word8)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String TERMS =
      """
      insert into customer_term (customer_id, term)
      select distinct customer_id, term
        from (select c.id as customer_id,
                     case n.i when 0 then s.mail_word when 1 then s.word1 when 2 then s.word2
                              when 3 then s.word3 when 4 then s.word4 when 5 then s.word5
                              when 6 then s.word6 when 7 then s.word7 else s.word8 end as term
                from customer_staged s
                join customer c on c.reference = s.reference
               cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8)) as n (i)
               where s.load_id = :load
                 and not exists (select 1 from customer_term t where t.customer_id = c.id)) found
       where term is not null
      """;

  private final JdbcTemplate template;
  private final JdbcTemplate streaming;
  private final JdbcClient jdbc;
  private final RemovedCustomers removed;
  private final CustomerTables customers;

  CustomerStage(
      JdbcTemplate template, JdbcClient jdbc, RemovedCustomers removed, CustomerTables customers) {
    this.template = template;
    this.streaming = new JdbcTemplate(template.getDataSource());
    this.streaming.setFetchSize(BATCH);
    this.jdbc = jdbc;
    this.removed = removed;
    this.customers = customers;
  }

  /** Waits for a running import, and keeps others waiting until the transaction ends. */
  void lock() {
    customers.lockImports();
  }

  /** The same for an import of one customer, which does not wait for imports of others. */
  void lock(String reference) {
    customers.lock(reference);
  }

  /** Takes the rows of one file in batches; not for several threads. */
  class Load implements Consumer<StagedCustomer> {

    final long id = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
    private final List<StagedCustomer> batch = new ArrayList<>(BATCH);
    private int leftOut;

    @Override
    public void accept(StagedCustomer row) {
      batch.add(row);
      if (batch.size() == BATCH) {
        flush();
      }
    }

    /** Number of rows of customers whose data were removed at their request. */
    int leftOut() {
      return leftOut;
    }

    void flush() {
      var gone = removed.among(batch.stream().map(StagedCustomer::reference).toList());
      var kept = batch.stream().filter(row -> !gone.contains(row.reference())).toList();
      leftOut += batch.size() - kept.size();
      template.batchUpdate(
          STAGE,
          kept,
          BATCH,
          (statement, row) -> {
            statement.setLong(1, id);
            statement.setInt(2, row.line());
            statement.setString(3, row.reference());
            statement.setString(4, row.name());
            statement.setString(5, row.mail());
            statement.setString(6, row.phone());
            statement.setString(7, row.postalAddress());
            statement.setString(8, row.language());
            statement.setString(9, row.tier());
            statement.setString(10, row.zone());
            statement.setString(11, row.ownerId());
            var key = NameKey.of(row.name());
            statement.setString(12, key.substring(0, Math.min(key.length(), LONGEST_KEY)));
            statement.setString(13, row.phone() == null ? null : SearchTerms.phone(row.phone()));
            statement.setString(14, row.mail() == null ? null : NameKey.of(row.mail()));
            var words = SearchTerms.ofName(row.name());
            for (var i = 0; i < SearchTerms.MOST_WORDS; i++) {
              if (i < words.size()) {
                statement.setString(FIRST_COLUMNS + 1 + i, words.get(i));
              } else {
                statement.setNull(FIRST_COLUMNS + 1 + i, Types.VARCHAR);
              }
            }
          });
      batch.clear();
    }
  }

  Load load() {
    return new Load();
  }

  /**
   * PostgreSQL plans by statistics, and knows nothing yet of rows of this transaction. Keeps others
   * who do the same waiting until the transaction ends, so only for those who hold {@link #lock()}.
   */
  void analyze() {
    template.execute(
        (ConnectionCallback<Void>)
            connection -> {
              if ("PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())) {
                analyze(connection.createStatement());
              }
              return null;
            });
  }

  private static void analyze(Statement statement) throws SQLException {
    try (statement) {
      statement.execute("analyze customer_staged");
    }
  }

  /** Adds what is wrong between rows and with other tables. */
  void check(long load, RowErrors errors) {
    checkRepeated(load, errors);
    jdbc.sql(
            """
            select s.line
              from customer_staged s left join person p on p.id = s.owner_id
             where s.load_id = :load and s.owner_id is not null and p.id is null
             order by s.line fetch first 1000 rows only
            """)
        .param("load", load)
        .query(
            row -> {
              errors.error(
                  row.getInt("line"),
                  CustomerColumn.OWNER.title(),
                  "There is no employee with this id. Correct it, or leave it empty.");
            });
    jdbc.sql(
            """
            select s.owner_id, count(*) as customers
              from customer_staged s join person p on p.id = s.owner_id
             where s.load_id = :load
               and (not p.active or ' ' || coalesce(p.account_groups, '') || ' ' not like :group)
             group by s.owner_id order by s.owner_id fetch first 100 rows only
            """)
        .param("load", load)
        .param("group", "% front-line %")
        .query(
            row -> {
              errors.warning(
                  "%s owns %,d customers of the file but has no role front-line and cannot see them.",
                  row.getString("owner_id"), row.getInt("customers"));
            });
  }

  private void checkRepeated(long load, RowErrors errors) {
    var firstLines = new HashMap<String, Integer>();
    jdbc.sql(
            """
            select min(line) as first_line, reference
              from customer_staged where load_id = :load
             group by reference having count(*) > 1 order by min(line)
             fetch first 1000 rows only
            """)
        .param("load", load)
        .query(
            row -> {
              firstLines.put(row.getString("reference"), row.getInt("first_line"));
            });
    if (firstLines.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            select line, reference from customer_staged
             where load_id = :load and reference in (:repeated)
             order by line fetch first 2000 rows only
            """)
        .param("load", load)
        .param("repeated", firstLines.keySet())
        .query(
            row -> {
              var firstLine = firstLines.get(row.getString("reference"));
              if (row.getInt("line") > firstLine) {
                errors.error(
                    row.getInt("line"),
                    CustomerColumn.REFERENCE.title(),
                    "Customer '%s' is on line %d already. Leave the right line and remove the other.",
                    row.getString("reference"),
                    firstLine);
              }
            });
  }

  /** Values of columns that the file does not have stay as they are. */
  void keepWhatIsNotSaid(long load, Set<CustomerColumn> present) {
    var absent = COMPARED.stream().filter(column -> !present.contains(column)).toList();
    for (var column : absent) {
      keep(load, column.stored());
      if (column == CustomerColumn.PHONE) {
        keep(load, "phone_digits");
      }
    }
    if (absent.contains(CustomerColumn.MAIL)) {
      jdbc.sql(
              """
              update customer_staged set mail_word = lower(mail)
               where load_id = :load and mail is not null
              """)
          .param("load", load)
          .update();
    }
  }

  private void keep(long load, String column) {
    jdbc.sql(
            """
            update customer_staged
               set %1$s = (select c.%1$s from customer c
                            where c.reference = customer_staged.reference)
             where load_id = :load
            """
                .formatted(column))
        .param("load", load)
        .update();
  }

  /** Leaves only rows that change or add a customer. */
  void removeUnchanged(long load) {
    var same =
        COMPARED.stream()
            .map(it -> "c.%1$s is not distinct from customer_staged.%1$s".formatted(it.stored()))
            .collect(Collectors.joining(" and "));
    jdbc.sql(
            """
            delete from customer_staged
             where load_id = :load
               and exists (select 1 from customer c
                            where c.reference = customer_staged.reference and %s)
            """
                .formatted(same))
        .param("load", load)
        .update();
  }

  /** Number of customers that are on file. */
  int onFile() {
    return jdbc.sql("select count(*) from customer").query(Integer.class).single();
  }

  /** Number of staged rows of customers who are not on file. */
  int added(long load) {
    return jdbc.sql(
            """
            select count(*) from customer_staged s
             where s.load_id = :load
               and not exists (select 1 from customer c where c.reference = s.reference)
            """)
        .param("load", load)
        .query(Integer.class)
        .single();
  }

  int staged(long load) {
    return jdbc.sql("select count(*) from customer_staged where load_id = :load")
        .param("load", load)
        .query(Integer.class)
        .single();
  }

  /**
   * One row that adds or changes a customer.
   *
   * @param fields whose value is another one; empty for a new customer
   */
  record Difference(int line, String reference, boolean isNew, List<CustomerColumn> fields) {}

  /** In the order of the file, read as a stream. */
  void differences(long load, Consumer<Difference> each) {
    var flags =
        COMPARED.stream()
            .map(
                it ->
                    "case when c.%1$s is distinct from s.%1$s then 1 else 0 end as other_%1$s"
                        .formatted(it.stored()))
            .collect(Collectors.joining(", "));
    streaming.query(
        """
        select s.line, s.reference, c.id as customer_id, %s
          from customer_staged s left join customer c on c.reference = s.reference
         where s.load_id = ? order by s.line
        """
            .formatted(flags),
        (RowCallbackHandler) row -> each.accept(difference(row)),
        load);
  }

  private static Difference difference(ResultSet row) throws SQLException {
    var isNew = row.getObject("customer_id") == null;
    var fields = new ArrayList<CustomerColumn>();
    for (var column : COMPARED) {
      if (!isNew && row.getInt("other_" + column.stored()) == 1) {
        fields.add(column);
      }
    }
    return new Difference(row.getInt("line"), row.getString("reference"), isNew, fields);
  }

  /** Writes the staged rows. */
  void apply(long load, Instant now) {
    lockRenamed(load);
    jdbc.sql(
            """
            delete from customer_term
             where customer_id in
                   (select c.id from customer_staged s join customer c on c.reference = s.reference
                     where s.load_id = :load
                       and (c.name <> s.name or c.mail is distinct from s.mail))
            """)
        .param("load", load)
        .update();
    customers.change(load, now);
    customers.add(load, now);
    jdbc.sql(TERMS).param("load", load).update();
    discard(load);
  }

  /**
   * Locks the customers whose terms will be others before the terms: an import of one customer has
   * locked the customer first, and each would wait for the other.
   */
  private void lockRenamed(long load) {
    streaming.query(
        """
        select id from customer
         where exists (select 1 from customer_staged s
                        where s.load_id = ? and s.reference = customer.reference
                          and (customer.name <> s.name or customer.mail is distinct from s.mail))
         order by id
           for update
        """,
        (RowCallbackHandler) row -> {},
        load);
  }

  /** Forgets the staged rows. */
  void discard(long load) {
    jdbc.sql("delete from customer_staged where load_id = :load").param("load", load).update();
  }
}
