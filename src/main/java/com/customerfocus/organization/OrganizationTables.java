package com.customerfocus.organization;

import com.customerfocus.database.RecordMapper;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code person} and {@code department}. Writes in batches, reads in one pass. */
@Repository
public class OrganizationTables {

  private static final int BATCH = 1_000;

  /** People read at once where all are read by their id. */
  private static final int PAGE = 10_000;

  private static final String PERSON =
      """
      select id, name, mail, manager_id, department_id, heritage, language, site, active,
             account_groups
      from person
      """;
  private static final String DEPARTMENT = "select id, name, head_id, active from department";

  private final JdbcClient client;
  private final JdbcTemplate template;

  public OrganizationTables(JdbcClient client, JdbcTemplate template) {
    this.client = client;
    this.template = template;
  }

  /**
   * Locks imports until the transaction ends; waits for a running import.
   *
   * @throws ImportBusy when that takes longer than the database waits
   */
  public void lock() {
    try {
      client.sql("select id from organization_lock for update").query(Integer.class).single();
    } catch (TransientDataAccessException e) {
      throw new ImportBusy(e);
    }
  }

  Optional<Person> person(String id) {
    return client
        .sql(PERSON + "where id = ?")
        .param(id)
        .query((row, number) -> person(row).person())
        .optional();
  }

  public List<Person> people(Collection<String> ids) {
    var all = List.copyOf(ids);
    var people = new ArrayList<Person>(all.size());
    for (var start = 0; start < all.size(); start += BATCH) {
      client
          .sql(PERSON + "where id in (:ids)")
          .param("ids", all.subList(start, Math.min(start + BATCH, all.size())))
          .query((row, number) -> person(row).person())
          .list()
          .forEach(people::add);
    }
    return people;
  }

  /** The department of a person who works here. */
  Optional<Department> departmentOf(String personId) {
    return client
        .sql(
            """
            select d.id, d.name, d.head_id from department d join person p on p.department_id = d.id
             where p.id = ? and p.active
            """)
        .param(personId)
        .query((row, number) -> department(row))
        .optional();
  }

  public List<StoredDepartment> departments() {
    return client
        .sql(DEPARTMENT + " order by name")
        .query((row, number) -> new StoredDepartment(department(row), row.getBoolean("active")))
        .list();
  }

  private static Department department(ResultSet row) throws SQLException {
    return new Department(row.getString("id"), row.getString("name"), row.getString("head_id"));
  }

  /** Departments, and the heritage companies of those who work here. */
  public NamesOnRecord namesOnRecord() {
    return new NamesOnRecord(departments(), countActive("heritage"));
  }

  /** How many people work at each site that the tables name. */
  Map<String, Long> peopleBySite() {
    return countActive("site");
  }

  private Map<String, Long> countActive(String column) {
    var counts = new HashMap<String, Long>();
    client
        .sql(
            "select %1$s, count(*) as people from person where active and %1$s is not null group by %1$s"
                .formatted(column))
        .query(
            row -> {
              counts.put(row.getString(column), row.getLong("people"));
            });
    return counts;
  }

  /** Hands over each person once, those who have left too, without holding them all. */
  public void forEachPerson(Consumer<StoredPerson> consumer) {
    // PostgreSQL hands rows over bit by bit only with a fetch size and inside a transaction.
    template.query(
        connection -> {
          var statement = connection.prepareStatement(PERSON);
          statement.setFetchSize(BATCH);
          return statement;
        },
        row -> {
          consumer.accept(person(row));
        });
  }

  public void insertDepartments(Collection<StoredDepartment> departments) {
    template.batchUpdate(
        "insert into department (name, head_id, active, id) values (?, ?, ?, ?)",
        departments,
        BATCH,
        OrganizationTables::set);
  }

  public void updateDepartments(Collection<StoredDepartment> departments) {
    template.batchUpdate(
        "update department set name = ?, head_id = ?, active = ? where id = ?",
        departments,
        BATCH,
        OrganizationTables::set);
  }

  public void insertPeople(Collection<StoredPerson> people) {
    template.batchUpdate(
        """
        insert into person (name, mail, manager_id, department_id, heritage, language, site,
          active, account_groups, id_key, name_key, mail_key, id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        people,
        BATCH,
        OrganizationTables::set);
  }

  public void updatePeople(Collection<StoredPerson> people) {
    template.batchUpdate(
        """
        update person set name = ?, mail = ?, manager_id = ?, department_id = ?, heritage = ?,
          language = ?, site = ?, active = ?, account_groups = ?, id_key = ?, name_key = ?,
          mail_key = ?
        where id = ?
        """,
        people,
        BATCH,
        OrganizationTables::set);
  }

  /** What the refresh of keys has done with one page of people. */
  record KeysRefreshed(String last, int changed) {}

  /**
   * Writes the keys of those of the next people by id that have others or none, because an earlier
   * version of the program wrote their names.
   *
   * @param after id of the last person of the page before, empty for the first page
   * @return null when there are no further people
   */
  KeysRefreshed refreshKeys(String after) {
    var people =
        client
            .sql(
                """
                select id, name, mail, id_key, name_key, mail_key from person where id > :after
                 order by id fetch first :most rows only
                """)
            .param("after", after)
            .param("most", PAGE)
            .query(RecordMapper.of(Keyed.class))
            .list();
    var outdated = people.stream().filter(Keyed::isOutdated).toList();
    template.batchUpdate(
        """
        update person set id_key = ?, name_key = ?, mail_key = ?
         where id = ? and name = ? and coalesce(mail, '') = ?
        """,
        outdated,
        BATCH,
        (statement, person) -> {
          var keys = person.keys();
          statement.setString(1, keys.id());
          statement.setString(2, keys.name());
          statement.setString(3, keys.mail());
          statement.setString(4, person.id());
          statement.setString(5, person.name());
          statement.setString(6, Objects.requireNonNullElse(person.mail(), ""));
        });
    return people.isEmpty()
        ? null
        : new KeysRefreshed(people.get(people.size() - 1).id(), outdated.size());
  }

  private record Keyed(
      String id, String name, String mail, String idKey, String nameKey, String mailKey) {

    PersonKeys keys() {
      return PersonKeys.of(id, name, mail);
    }

    boolean isOutdated() {
      return !keys().equals(new PersonKeys(idKey, nameKey, mailKey));
    }
  }

  private static StoredPerson person(ResultSet row) throws SQLException {
    return new StoredPerson(
        new Person(
            row.getString("id"),
            row.getString("name"),
            row.getString("mail"),
            row.getString("manager_id"),
            row.getString("department_id"),
            row.getString("heritage"),
            row.getString("language"),
            row.getString("site")),
        row.getBoolean("active"),
        row.getString("account_groups"));
  }

  private static void set(PreparedStatement statement, StoredDepartment row) throws SQLException {
    statement.setString(1, row.department().name());
    statement.setString(2, row.department().headId());
    statement.setBoolean(3, row.active());
    statement.setString(4, row.department().id());
  }

  private static void set(PreparedStatement statement, StoredPerson row) throws SQLException {
    var person = row.person();
    statement.setString(1, person.name());
    statement.setString(2, person.mail());
    statement.setString(3, person.managerId());
    statement.setString(4, person.departmentId());
    statement.setString(5, person.heritage());
    statement.setString(6, person.language());
    statement.setString(7, person.site());
    statement.setBoolean(8, row.active());
    statement.setString(9, row.accountGroups());
    var keys = PersonKeys.of(person.id(), person.name(), person.mail());
    statement.setString(10, keys.id());
    statement.setString(11, keys.name());
    statement.setString(12, keys.mail());
    statement.setString(13, person.id());
  }
}
