package com.customerfocus.organization.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.customerfocus.access.Account;
import com.customerfocus.access.Accounts;
import com.customerfocus.csv.InvalidFileException;
import com.customerfocus.organization.Department;
import com.customerfocus.organization.ImportBusy;
import com.customerfocus.organization.OrganizationProperties;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.OrganizationTables;
import com.customerfocus.organization.Person;
import com.customerfocus.organization.changes.ChangedField;
import com.customerfocus.organization.changes.FieldChanges;
import com.customerfocus.organization.changes.FieldChanges.Change;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.TestDatabase;
import com.customerfocus.worktime.WorkingTime;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Effects of an import on the tables and on the accounts. */
@CustomerFocusTest
class OrganizationImportTests {

  private static final String HEADER =
      "employee id,name,mail,manager,department,heritage company,language,site,roles\n";
  private static final String EVA =
      "eva,Eva Top,eva@x.example,,Human Resources,Norte,es,Madrid,senior-officer\n";
  private static final String ANA = "ana,Ana Ruiz,ana@x.example,eva,Sales,Norte,es,Madrid,\n";
  private static final String BOB = "bob,Bob Hill,,ana,Sales,Sur,en,,communications\n";
  private static final String CID = "cid,Cid Moor,cid@x.example,ana,Billing,Sur,en,,\n";
  private static final String ALL = HEADER + EVA + ANA + BOB + CID;

  private final OrganizationTables tables;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final DataSource dataSource;
  private final FileAbsences absences;
  private final Accounts engineAccounts;
  private final WorkingTime workingTime = mock(WorkingTime.class);

  private final RecordedAccounts accounts = new RecordedAccounts();
  private final OrganizationService organization;
  private final OrganizationImporter importer;

  @Autowired
  OrganizationImportTests(
      OrganizationTables tables,
      TransactionTemplate transaction,
      JdbcClient jdbc,
      DataSource dataSource,
      FileAbsences absences,
      Accounts engineAccounts,
      OrganizationService organization) {
    this.tables = tables;
    this.absences = absences;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.engineAccounts = engineAccounts;
    this.organization = organization;
    this.importer = taking(List.of("Billing"), accounts);
  }

  @Test
  void aFileWithErrorsChangesNothing() {
    importer.importFile(csv(ALL));
    assertThatExceptionOfType(InvalidFileException.class)
        .isThrownBy(() -> importer.importFile(csv(ALL.replace("Ana Ruiz", "Ana") + "x,,,,,,,,")));
    assertThat(organization.person("ana")).get().extracting(Person::name).isEqualTo("Ana Ruiz");
    assertThat(accounts.calls).hasSize(1);
  }

  @Test
  void whenTheAccountsFailTheTablesDoNotChangeEither() {
    accounts.failure = new IllegalStateException("engine is ill");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> importer.importFile(csv(ALL)));
    assertThat(organization.departments()).isEmpty();

    accounts.failure = null;
    assertThat(importer.importFile(csv(ALL)).joiners()).isEqualTo(4);
    assertThat(accounts.last().accounts).hasSize(4);
  }

  @Test
  void peopleAndLoginsChangeTogetherOrNotAtAll() {
    var withLogins = taking(List.of("Billing"), engineAccounts);
    withLogins.importFile(csv(ALL));
    assertThat(engineAccounts.login("cid", "secret")).contains(Set.of("department-billing"));

    accounts.failure = new IllegalStateException("power failure");
    accounts.delegate = engineAccounts;
    var withoutBob = csv(HEADER + EVA + ANA + CID);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> importer.importFile(withoutBob));
    assertThat(isActive("bob")).isTrue();
    assertThat(engineAccounts.login("bob", "secret")).contains(Set.of("communications"));

    withLogins.importFile(withoutBob);
    assertThat(isActive("bob")).isFalse();
    assertThat(engineAccounts.login("bob", "secret")).isEmpty();
  }

  @Test
  void aPreviewTellsAllAndChangesNothing() {
    assertThat(importer.dryRun(csv(ALL)).report())
        .isEqualTo(
            new ImportReport(
                4,
                4,
                0,
                0,
                List.of("Billing", "Human Resources", "Sales"),
                List.of(),
                List.of(
                    new FieldChanges(
                        ChangedField.RIGHTS_GIVEN,
                        5,
                        List.of(
                            new Change("eva", "Eva Top", null, "senior-officer"),
                            new Change("bob", "Bob Hill", null, "communications"),
                            new Change("cid", "Cid Moor", null, "handoffs of Billing"),
                            new Change("ana", "Ana Ruiz", null, "manager"),
                            new Change("eva", "Eva Top", null, "manager")))),
                List.of(),
                List.of(
                    "People without a mail address: 1. Only their managers can tell them of a memo.")));
    assertThat(organization.departments()).isEmpty();
    assertThat(accounts.calls).isEmpty();
  }

  @Test
  void peopleAndDepartmentsAreAsTheFileSays() {
    importer.importFile(csv(ALL));
    assertThat(organization.person("bob"))
        .contains(new Person("bob", "Bob Hill", null, "ana", "sales", "Sur", "en", null));
    assertThat(organization.person("nobody")).isEmpty();
    assertThat(organization.people(List.of("eva", "cid", "nobody")))
        .extracting(Person::name)
        .containsExactlyInAnyOrder("Eva Top", "Cid Moor");
    assertThat(organization.people(List.of())).isEmpty();
    assertThat(organization.departments())
        .containsExactly(
            new Department("billing", "Billing", "cid"),
            new Department("human-resources", "Human Resources", "eva"),
            new Department("sales", "Sales", "ana"));
  }

  @Test
  void thoseWhoWorkInTasklistGetAccounts() {
    importer.importFile(csv(ALL));
    assertThat(accounts.last().accounts)
        .containsExactlyInAnyOrder(
            new Account("eva", "Eva Top", "eva@x.example", Set.of("managers", "senior-officers")),
            new Account("ana", "Ana Ruiz", "ana@x.example", Set.of("managers")),
            new Account("bob", "Bob Hill", null, Set.of("communications")),
            new Account("cid", "Cid Moor", "cid@x.example", Set.of("department-billing")));
    assertThat(accounts.last().groups)
        .containsOnlyKeys(
            "managers",
            "department-billing",
            "senior-officers",
            "front-line",
            "communications",
            "process-owners",
            "camunda-admin");
    assertThat(accounts.last().former).isEmpty();
  }

  @Test
  void theSameFileTwiceChangesNothing() {
    importer.importFile(csv(ALL));
    var again = importer.importFile(csv(ALL.replace("\n", "\r\n").replace(',', ';')));
    assertThat(again)
        .extracting(ImportReport::people, ImportReport::joiners, ImportReport::leavers)
        .containsExactly(4, 0, 0);
    assertThat(again.moves()).isZero();
    assertThat(accounts.calls).hasSize(1);
  }

  @Test
  void whoIsNotInTheFileHasLeftAndComesBackWithTheNext() {
    importer.importFile(csv(ALL));
    var without = importer.importFile(csv(HEADER + EVA + ANA + CID));
    assertThat(without.leavers()).isEqualTo(1);
    assertThat(without.warnings())
        .contains("Nobody has the role 'communications', so nobody can release a memo.")
        .anyMatch(it -> it.startsWith("1 of 4 people are not in the file, which means"));
    assertThat(isActive("bob")).isFalse();
    assertThat(organization.person("bob")).as("stays for the record").isPresent();
    assertThat(accounts.last().former).containsExactly("bob");

    assertThat(importer.importFile(csv(ALL)).joiners()).isEqualTo(1);
    assertThat(isActive("bob")).isTrue();
    assertThat(accounts.last().accounts).extracting(Account::id).contains("bob");
  }

  @Test
  void anotherManagerOrDepartmentIsAMoveAnotherNameIsNot() {
    importer.importFile(csv(ALL));
    var report =
        importer.importFile(
            csv(
                HEADER
                    + EVA
                    + ANA.replace("Ana Ruiz", "Ana Ruiz Vega")
                    + BOB.replace(",ana,", ",eva,")
                    + CID.replace("Billing", "Sales")
                    + "dan,Dan,dan@x.example,ana,Billing,Sur,en,,\n"));
    assertThat(report.moves()).isEqualTo(2);
    assertThat(report.joiners()).isEqualTo(1);
    assertThat(organization.person("ana"))
        .get()
        .extracting(Person::name)
        .isEqualTo("Ana Ruiz Vega");
    assertThat(accounts.last().former).as("Sales takes no handoffs").containsExactly("cid");
  }

  @Test
  void aDepartmentWithoutPeopleEndsWithAWarning() {
    importer.importFile(csv(ALL));
    var report = importer.importFile(csv(ALL.replace("Sales", "Distribution")));
    assertThat(report.warnings()).contains("The department 'Sales' has no people any more.");
    assertThat(organization.departments()).extracting(Department::id).doesNotContain("sales");
    assertThat(importer.importFile(csv(ALL)).warnings())
        .contains("The department 'Distribution' has no people any more.");
    assertThat(organization.departments()).extracting(Department::id).contains("sales");
  }

  @ParameterizedTest
  @CsvSource({
    "Отдел продаж 1, Склад 1",
    "Kjøp, Kjæp",
    "C, C++",
    "C#, C++",
    "销售部, 仓库",
    "Πωλήσεις, Αγορές",
    "R&D, RD",
    "المبيعات, المشتريات",
    "営業部, 営業部 2",
    "IT, I-T"
  })
  void departmentsThatDifferInAnyLetterOrSignAreTwo(String one, String other) {
    var file =
        HEADER
            + EVA.replace("Human Resources", "Board")
            + ANA.replace("Sales", one)
            + BOB.replace("Sales", other)
            + CID;
    var importing = taking(List.of(one, other), engineAccounts);

    assertThat(importing.importFile(csv(file)).warnings())
        .noneMatch(it -> it.contains("is taken to be"));
    assertThat(organization.departments())
        .extracting(Department::name, Department::headId)
        .contains(tuple(one, "ana"), tuple(other, "bob"));
    assertThat(organization.departments())
        .extracting(Department::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?"))
        .allMatch(id -> ("department-" + id).length() <= 64);
    assertThat(engineAccounts.login("bob", "secret").orElseThrow())
        .contains("department-" + organization.person("bob").orElseThrow().departmentId());

    var again = importing.dryRun(csv(file));
    assertThat(again.isEmpty()).isTrue();
    assertThat(again.report().moves()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "cyrillic-departments, Отдел продаж 1, Склад 1",
    "nordic-departments, Kjøp, Kjæp",
    "c-cpp, C, C++",
    "chinese-departments, 销售部, 仓库",
    "greek-departments, Πωλήσεις, Sales"
  })
  void departmentsInAFileOfAnyScriptHaveAHeadEach(String file, String one, String other) {
    var report =
        taking(List.of(), accounts).importFile(new ClassPathResource("field/" + file + ".csv"));

    assertThat(report.warnings()).noneMatch(it -> it.contains("is taken to be"));
    assertThat(organization.departments())
        .extracting(Department::name, Department::headId)
        .containsExactlyInAnyOrder(tuple("Board", "E1"), tuple(one, "E2"), tuple(other, "E3"));
  }

  @Test
  void departmentsOfAnEarlierVersionKeepTheirIds() {
    importer.importFile(csv(ALL));
    jdbc.sql("insert into department (id, name, active) values ('r-d', 'R&D', true)").update();
    jdbc.sql("update person set department_id = 'r-d' where id = 'eva'").update();
    jdbc.sql("insert into department (id, name, active) values ('c', 'C++', true)").update();
    jdbc.sql("update person set department_id = 'c' where id = 'bob'").update();

    var report =
        importer.importFile(
            csv(
                HEADER
                    + EVA.replace("Human Resources", "r&d")
                    + ANA.replace("Sales", "C")
                    + BOB.replace("Sales", "C++")
                    + CID));

    assertThat(organization.departments())
        .filteredOn(it -> it.name().startsWith("C") || it.name().startsWith("r"))
        .extracting(Department::name, Department::id)
        .contains(tuple("C++", "c"), tuple("r&d", "r-d"))
        .hasSize(3);
    assertThat(report.moves()).as("Ana has left Sales").isEqualTo(1);
  }

  @Test
  void aHeritageCompanyIsTheSameInEverySpelling() {
    var spelled = importer.importFile(csv(ALL.replace(",Sales,Sur,", ",Sales,SÚR,")));
    assertThat(spelled.warnings())
        .contains("Line 5: the heritage company 'Sur' is taken to be 'SÚR'.");
    assertThat(countOf("heritage")).isEqualTo(2);

    var again = importer.importFile(csv(ALL));

    assertThat(again.warnings())
        .contains("The heritage company 'Sur' is taken to be 'SÚR', as it is on record.");
    assertThat(countOf("heritage")).isEqualTo(2);
    assertThat(importer.dryRun(csv(ALL)).isEmpty()).isTrue();
  }

  @Test
  void sitesWithoutACalendarAreToldWithWhatMayBeMeant() {
    given(workingTime.sites()).willReturn(List.of("Madrid", "Toledo"));
    given(workingTime.hasCalendarOf("Madrid")).willReturn(true);

    assertThat(
            importer
                .importFile(
                    csv(
                        HEADER
                            + EVA
                            + ANA.replace("Madrid", "Madird")
                            + BOB.replace(",en,", ",en,Lima")
                            + CID.replace(",en,", ",en,LIMA")))
                .warnings())
        .contains(
            "Sites without a working time calendar of their own, which have the default one:"
                + " 'Madird' (1 person; did you mean 'Madrid'?), 'LIMA' (2 people).");
    assertThat(importer.importFile(csv(ALL)).warnings()).noneMatch(it -> it.contains("calendar"));
  }

  @Test
  void anotherSettingOfHandoffDepartmentsReachesTheAccounts() {
    importer.importFile(csv(ALL));
    taking(List.of("Sales"), accounts).importFile(csv(ALL));
    assertThat(accounts.last().groups).containsKeys("department-billing", "department-sales");
    assertThat(accounts.last().former).containsExactly("cid");
    assertThat(accounts.last().accounts)
        .filteredOn(it -> it.id().equals("ana"))
        .containsExactly(
            new Account(
                "ana", "Ana Ruiz", "ana@x.example", Set.of("managers", "department-sales")));
  }

  @Test
  void withoutAColumnForRolesTheFirstImportMakesTheTopTheSeniorOfficer() {
    var file = ALL.replaceAll("(?m),[^,]*$", "");
    assertThat(importer.importFile(csv(file)).warnings())
        .anyMatch(it -> it.startsWith("The file has no column 'roles'. So Eva Top (eva)"));
    assertThat(accounts.last().accounts)
        .filteredOn(it -> it.groups().contains("senior-officers"))
        .extracting(Account::id)
        .containsExactly("eva");
    assertThat(accounts.last().groups)
        .containsOnlyKeys("managers", "department-billing", "senior-officers");

    assertThat(importer.importFile(csv(file.replace("Eva Top", "Eva"))).warnings())
        .noneMatch(it -> it.contains("roles"));
    assertThat(accounts.last().groups)
        .as("from now on an administrator decides about roles")
        .containsOnlyKeys("managers", "department-billing");
  }

  @Test
  void twoImportsAtTheSameMomentDoNotMix() throws Exception {
    var running = new CountDownLatch(1);
    var mayGoOn = new CountDownLatch(1);
    accounts.before =
        () -> {
          running.countDown();
          await(mayGoOn);
        };
    var first = CompletableFuture.supplyAsync(() -> importer.importFile(csv(ALL)));
    await(running);
    var other = taking(List.of("Billing"), new RecordedAccounts());
    var second =
        CompletableFuture.supplyAsync(() -> other.importFile(csv(HEADER + EVA + ANA + CID)));
    mayGoOn.countDown();
    assertThat(first.get().joiners()).isEqualTo(4);
    assertThat(second.get().leavers()).isEqualTo(1);
  }

  @Test
  void anImportThatWaitsTooLongForAnotherIsRefused() throws Exception {
    assumeThat(TestDatabase.isPostgres()).as("PostgreSQL waits as long as it takes").isFalse();
    var running = new CountDownLatch(1);
    var mayGoOn = new CountDownLatch(1);
    accounts.before =
        () -> {
          running.countDown();
          await(mayGoOn);
        };
    var first = CompletableFuture.supplyAsync(() -> importer.importFile(csv(ALL)));
    await(running);
    assertThatExceptionOfType(ImportBusy.class)
        .isThrownBy(() -> taking(List.of(), new RecordedAccounts()).importFile(csv(ALL)))
        .withMessageContaining("Try again when it has ended.");
    mayGoOn.countDown();
    assertThat(first.get().joiners()).isEqualTo(4);
  }

  @Test
  void anAbsenceWithAnOpenEndIsTheSameInTheNextFile() {
    var file =
        csv(
            HEADER.strip()
                + ",absent from,absent until\n"
                + EVA.strip()
                + ",,\n"
                + ANA.strip()
                + ",2026-03-02 00:00:00,9999-12-31\n"
                + CID.strip()
                + ",,\n");
    importer.importFile(file);
    var first = absencesUntil(LocalDate.of(9999, 12, 31));
    importer.importFile(file);
    assertThat(absencesUntil(LocalDate.of(9999, 12, 31))).hasSize(1).isEqualTo(first);
  }

  private List<Long> absencesUntil(LocalDate day) {
    return jdbc.sql("select id from absence where until_day = ?")
        .param(day)
        .query(Long.class)
        .list();
  }

  @Test
  void theNumberOfStatementsDoesNotGrowWithThePeople() {
    var countedDatabase = ProxyDataSourceBuilder.create(dataSource).countQuery().build();
    var countedTables =
        new OrganizationTables(
            JdbcClient.create(countedDatabase), new JdbcTemplate(countedDatabase));
    var counted = importer(countedDatabase, countedTables);
    assertThat(statementsOf(() -> counted.importFile(manyPeople(1_000, "")))).isLessThan(12);
    assertThat(statementsOf(() -> counted.importFile(manyPeople(9_999, "")))).isLessThan(20);
    assertThat(statementsOf(() -> counted.importFile(manyPeople(9_999, ""))))
        .as("the same file once more: lock, count, departments, people")
        .isEqualTo(4);
    assertThat(statementsOf(() -> counted.importFile(manyPeople(9_999, "y")))).isLessThan(20);
    assertThat(statementsOf(() -> countedTables.people(List.of("p1", "p2", "p3")))).isEqualTo(1);
  }

  @Test
  void theDemoOrganizationIsWhatANewcomerNeeds() {
    var departments =
        List.of(
            "Marketing",
            "Sales",
            "Engineering",
            "Billing",
            "Customer Care",
            "Field Service",
            "Provisioning");
    var demo = taking(departments, accounts);
    var report = demo.importFile(new ClassPathResource("demo/organization.csv"));
    assertThat(report.people()).isGreaterThanOrEqualTo(120);
    assertThat(report.warnings())
        .singleElement()
        .asString()
        .startsWith("People without a mail address: 2.");
    assertThat(organization.departments())
        .extracting(Department::name)
        .hasSize(8)
        .containsAll(departments);
    assertThat(countOf("heritage")).isEqualTo(2);
    assertThat(countOf("language")).isEqualTo(2);
    assertThat(holdersOf("senior-officers")).hasSize(1);
    assertThat(holdersOf("communications")).hasSize(2);
    assertThat(holdersOf("process-owners")).hasSize(2);
    assertThat(holdersOf("camunda-admin")).hasSize(1);
    assertThat(longestChain()).isEqualTo(5);
  }

  private int longestChain() {
    return jdbc.sql(
            """
            with recursive chain (id, depth) as (
              select id, 1 from person where manager_id is null
              union all
              select person.id, chain.depth + 1 from person join chain
                on person.manager_id = chain.id)
            select max(depth) from chain
            """)
        .query(Integer.class)
        .single();
  }

  private int countOf(String column) {
    return jdbc.sql("select count(distinct " + column + ") from person")
        .query(Integer.class)
        .single();
  }

  private List<String> holdersOf(String group) {
    return accounts.last().accounts.stream()
        .filter(it -> it.groups().contains(group))
        .map(Account::id)
        .toList();
  }

  private boolean isActive(String id) {
    return jdbc.sql("select active from person where id = ?")
        .param(id)
        .query(Boolean.class)
        .single();
  }

  private OrganizationImporter taking(List<String> handoffDepartments, Accounts accounts) {
    return new OrganizationImporter(
        tables,
        new OrganizationUpdate(tables, accounts, absences, event -> {}),
        new ImportRecords(jdbc),
        new OrganizationProperties(null, handoffDepartments, null),
        workingTime,
        transaction.getTransactionManager(),
        Clock.systemUTC());
  }

  private OrganizationImporter importer(DataSource database, OrganizationTables itsTables) {
    return new OrganizationImporter(
        itsTables,
        new OrganizationUpdate(itsTables, accounts, absences, event -> {}),
        new ImportRecords(JdbcClient.create(database)),
        new OrganizationProperties(null, List.of(), null),
        workingTime,
        new DataSourceTransactionManager(database),
        Clock.systemUTC());
  }

  private static long statementsOf(Runnable work) {
    QueryCountHolder.clear();
    work.run();
    return QueryCountHolder.getGrandTotal().getTotal();
  }

  private static InputStreamSource manyPeople(int count, String suffix) {
    var file = new StringBuilder(HEADER).append("p0,Top,,,Sales,Norte,es,,\n");
    for (var i = 1; i < count; i++) {
      file.append("p%d,Person %d%s,,p%d,Sales,Norte,es,,\n".formatted(i, i, suffix, (i - 1) / 8));
    }
    return csv(file.toString());
  }

  private static InputStreamSource csv(String text) {
    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Replaces the engine's accounts, records calls and can fail. */
  private static class RecordedAccounts implements Accounts {

    @Override
    public Set<String> members(String group) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> names(Collection<String> ids) {
      return Map.of();
    }

    record Call(Collection<Account> accounts, Map<String, String> groups, Set<String> former) {}

    private final List<Call> calls = new ArrayList<>();
    private RuntimeException failure;
    private Runnable before = () -> {};
    private Accounts delegate;

    Call last() {
      return calls.get(calls.size() - 1);
    }

    @Override
    public void synchronize(
        Collection<Account> accounts, Map<String, String> managedGroups, Set<String> formerIds) {
      before.run();
      if (delegate != null) {
        delegate.synchronize(accounts, managedGroups, formerIds);
      }
      if (failure != null) {
        throw failure;
      }
      calls.add(new Call(accounts, managedGroups, formerIds));
    }

    @Override
    public MembershipChanges membershipChanges(
        Collection<Account> accounts, Set<String> managedGroups) {
      return new MembershipChanges(Set.of(), Set.of());
    }

    @Override
    public Optional<Set<String>> login(String id, String password) {
      return Optional.empty();
    }
  }
}
