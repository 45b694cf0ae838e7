package com.customerfocus.organization.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.customerfocus.access.Accounts;
import com.customerfocus.organization.Department;
import com.customerfocus.organization.OrganizationChanged;
import com.customerfocus.organization.OrganizationProperties;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.OrganizationTables;
import com.customerfocus.organization.absence.DepartmentHeads;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.worktime.WorkingTime;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What capabilities learn of an import that reorganizes. Boss manages Max of the board, Max manages
 * Ana, the head of Billing, and Sue of Sales; Bea, Cid and Dan are in Billing under Ana. Billing is
 * closed, renamed and split.
 */
@CustomerFocusTest
class ReorganizationTests {

  private final OrganizationService organization;
  private final DepartmentHeads heads;
  private final Function<List<String>, OrganizationImporter> importers;
  private final OrganizationImporter importer;

  private OrganizationChanged change;
  private String steward;
  private boolean hasMembers;

  @Autowired
  ReorganizationTests(
      OrganizationTables tables,
      OrganizationService organization,
      DepartmentHeads heads,
      Accounts accounts,
      FileAbsences absences,
      WorkingTime workingTime,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.organization = organization;
    this.heads = heads;
    this.importers =
        handoffDepartments ->
            new OrganizationImporter(
                tables,
                new OrganizationUpdate(tables, accounts, absences, this::follow),
                new ImportRecords(jdbc),
                new OrganizationProperties(null, handoffDepartments, null),
                workingTime,
                transactions,
                clock);
    this.importer = importers.apply(List.of());
  }

  /** As a listener in the transaction of the import. */
  private void follow(Object event) {
    change = (OrganizationChanged) event;
    steward = heads.stewardOf("billing").orElse(null);
    hasMembers = heads.standIns(Set.of("billing")).isEmpty();
    change
        .closed()
        .forEach(
            it ->
                change.means(
                    "What %s has open goes to %s."
                        .formatted(it.department().name(), it.successor().name())));
  }

  private static Company company(String ana, String bea, String cid, String dan) {
    return top()
        .add("ana", "max", ana, "")
        .add("bea", "ana", bea, "")
        .add("cid", "ana", cid, "")
        .add("dan", "ana", dan, "");
  }

  private static Company top() {
    return new Company()
        .add("boss", null, "Directors", "")
        .add("max", "boss", "Board", "")
        .add("sue", "max", "Sales", "");
  }

  private static Company before() {
    return company("Billing", "Billing", "Billing", "Billing");
  }

  private ImportReport reorganize(Company after) {
    before().importInto(importer);
    return importer.importFile(file(after));
  }

  private static ByteArrayResource file(Company company) {
    return new ByteArrayResource(company.csv().getBytes(StandardCharsets.UTF_8));
  }

  private void assertClosed(String successor) {
    assertThat(change.closed())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.department()).isEqualTo(new Department("billing", "Billing", "ana"));
              assertThat(it.successor().name()).isEqualTo(successor);
              assertThat(organization.departments()).contains(it.successor());
            });
  }

  @Test
  void theFirstImportClosesNothing() {
    before().importInto(importer);

    assertThat(change.closed()).isEmpty();
  }

  @Test
  void aDepartmentInAnotherSpellingKeepsItsIdAndIsNotClosed() {
    reorganize(company("BILLING", "BILLING", "BILLING", "BILLING"));

    assertThat(change.closed()).isEmpty();
    assertThat(organization.departments()).contains(new Department("billing", "BILLING", "ana"));
  }

  @Test
  void theSuccessorOfARenamedDepartmentIsTheOneOfTheNewName() {
    reorganize(company("Invoicing", "Invoicing", "Invoicing", "Invoicing"));

    assertClosed("Invoicing");
    assertThat(change.closed().get(0).successor().headId()).isEqualTo("ana");
  }

  @Test
  void theSuccessorOfAClosedDepartmentIsWhereMostOfItsPeopleAre() {
    reorganize(company("Board", "Sales", "Sales", "Board").add("eve", "ana", "Board", ""));
    assertClosed("Board");

    reorganize(company("Board", "Sales", "Sales", "Sales").add("eve", "ana", "Board", ""));
    assertClosed("Sales");
  }

  @Test
  void ofTwoHalvesTheOneWithTheFormerHeadIsTheSuccessor() {
    reorganize(company("Sales", "Board", "Sales", "Board"));
    assertClosed("Sales");

    reorganize(company("Board", "Sales", "Sales", "Board"));
    assertClosed("Board");
  }

  @Test
  void ofTwoHalvesWithoutTheFormerHeadTheFirstByNameIsTheSuccessor() {
    reorganize(top().add("bea", "max", "Support", "").add("cid", "max", "Sales", ""));

    assertClosed("Sales");
  }

  @Test
  void whenAllHaveLeftTheDepartmentOfTheHeadsManagerIsTheSuccessor() {
    reorganize(top());
    assertClosed("Board");
    assertThat(steward).isEqualTo("max");
    assertThat(hasMembers).isFalse();
  }

  @Test
  void whenTheHeadsManagerHasLeftTooTheNextOneUpCounts() {
    reorganize(new Company().add("boss", null, "Directors", "").add("sue", "boss", "Sales", ""));

    assertThat(change.closed())
        .extracting(it -> it.department().name(), it -> it.successor().name())
        .containsExactly(tuple("Billing", "Directors"), tuple("Board", "Directors"));
  }

  @Test
  void whenAllUpToTheTopHaveLeftTheNewTopCounts() {
    reorganize(new Company().add("new", null, "Owners", ""));

    assertThat(change.closed())
        .hasSize(4)
        .extracting(it -> it.successor().name())
        .containsOnly("Owners");
  }

  @Test
  void aDepartmentThatIsSplitStaysAndKeepsWhatItHas() {
    reorganize(company("Billing", "Collections", "Collections", "Collections"));

    assertThat(change.closed()).isEmpty();
    assertThat(organization.departments())
        .extracting(Department::name)
        .contains("Billing", "Collections");
  }

  @Test
  void aNewHeadIsInChargeWhenTheImportIsFollowed() {
    var taking = importers.apply(List.of("Billing"));
    before().importInto(taking);
    assertThat(steward).isEqualTo("ana");

    top()
        .add("ana", "max", "Billing", "")
        .add("bea", "ana", "Billing", "department-head")
        .add("cid", "ana", "Billing", "")
        .importInto(taking);

    assertThat(change.closed()).isEmpty();
    assertThat(steward).isEqualTo("bea");
    assertThat(hasMembers).isTrue();
  }

  @Test
  void aDepartmentThatTakesNoHandoffsAnyMoreIsFollowedToo() {
    before().importInto(importers.apply(List.of("Billing")));
    change = null;

    before().importInto(importer);

    assertThat(change.closed()).isEmpty();
    assertThat(hasMembers).isFalse();
    assertThat(steward).isEqualTo("ana");
  }

  @Test
  void theDryRunTellsTheSameAndChangesNothing() {
    before().importInto(importer);
    var closing = file(company("Sales", "Sales", "Sales", "Board"));

    var told = importer.dryRun(closing).report().consequences();

    assertThat(change.isDryRun()).isTrue();
    assertThat(told).containsExactly("What Billing has open goes to Sales.");
    assertThat(organization.departments()).extracting(Department::id).contains("billing");
    assertThat(importer.importFile(closing).consequences()).isEqualTo(told);
    assertThat(change.isDryRun()).isFalse();
  }

  @Test
  void aDepartmentThatIsOpenedAgainIsNotClosed() {
    reorganize(top());
    importer.importFile(file(before()));

    assertThat(change.closed()).isEmpty();
  }
}
