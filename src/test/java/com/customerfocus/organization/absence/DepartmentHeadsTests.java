package com.customerfocus.organization.absence;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Boss manages Max, Max manages Pia and Ana, the head of Billing, with Bea in it. Dan and Eve are
 * of other departments; Dan manages Eve. Billing takes handoffs: its members have accounts.
 */
@CustomerFocusTest
class DepartmentHeadsTests {

  private static final String HEADER =
      "employee id,name,mail,manager,department,heritage company,language,site,"
          + "absent from,absent until,deputy\n";

  private static final Map<String, String> PEOPLE =
      Map.of(
          "boss", "boss,Boss,,,Board,New,en,",
          "max", "max,Max,,boss,Board,New,en,",
          "pia", "pia,Pia,,max,Board,New,en,",
          "ana", "ana,Ana,,max,Billing,New,en,",
          "bea", "bea,Bea,,ana,Billing,New,en,",
          "dan", "dan,Dan,,boss,Sales,New,en,",
          "eve", "eve,Eve,,dan,Archive,New,en,");

  private final DepartmentHeads heads;
  private final OrganizationImporter importer;
  private final CountedDatabase database;
  private final JdbcTemplate rows;

  @Autowired
  DepartmentHeadsTests(
      DepartmentHeads heads,
      OrganizationImporter importer,
      CountedDatabase database,
      JdbcTemplate rows) {
    this.heads = heads;
    this.importer = importer;
    this.database = database;
    this.rows = rows;
  }

  /**
   * Columns: people away with their deputy ("-" for none) or left; whether members can act; who.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                                             | true  | ana
          Ana -                              | true  | max
          Bea -                              | true  | ana
          Bea left                           | true  | ana
          Bea left, Ana dan                  | false | dan
          Bea -, Ana dan                     | false | dan
          Bea -, Ana dan, Dan -              | false | max
          Bea -, Ana -                       | false | max
          Bea -, Ana -, Max dan              | false | dan
          Bea -, Ana -, Max -, Boss -        | false | ana
          Bea left, Ana left                 | false | max
          Bea left, Ana left, Pia left       | false | boss
          Bea left, Ana left, Pia left, Max left | false | boss
          Bea left, Ana left, Max dan        | false | dan
          Bea left, Ana left, Max -, Boss -  | false | max
          """)
  void aGroupIsNeverEmpty(String away, boolean hasMembers, String steward) {
    given(away);

    assertThat(hasMembers("billing")).isEqualTo(hasMembers);
    assertThat(heads.stewardOf("billing")).contains(steward);
  }

  private boolean hasMembers(String department) {
    return heads.standIns(Set.of(department)).isEmpty();
  }

  @Test
  void peopleWithoutAnAccountCannotAct() {
    given(null);

    assertThat(hasMembers("archive")).as("it takes no handoffs").isFalse();
    assertThat(heads.stewardOf("archive")).as("the head has no account").contains("dan");
  }

  @Test
  void managersOfADepartmentWithoutAGroupAreNoMembersOfOne() {
    given(null);

    assertThat(hasMembers("sales")).isFalse();
    assertThat(heads.stewardOf("sales")).contains("dan");
  }

  @Test
  void membersOfADepartmentWithASimilarIdDoNotCount() {
    given(null);
    rows.update("update person set account_groups = 'department-billing-2' where id <> 'boss'");

    assertThat(hasMembers("billing")).isFalse();
  }

  @Test
  void anUnknownDepartmentHasNoSteward() {
    given(null);

    assertThat(heads.standIns(Set.of("unknown"))).isEmpty();
    assertThat(heads.stewardOf("unknown")).isEmpty();
    assertThat(heads.headInCharge("unknown")).isEmpty();
    assertThat(heads.managerOfHead("unknown")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                                       | ana  | max
          Ana dan                      | ana  | max
          Bea left, Ana left           | max  | boss
          Bea left, Ana left, Pia left, Max left | boss |
          """)
  void theHeadOrTheNextUpIsInChargeAndTheManagerIsAbove(String away, String head, String manager) {
    given(away);

    assertThat(heads.headInCharge("billing")).contains(head);
    assertThat(heads.managerOfHead("billing").orElse(null)).isEqualTo(manager);
  }

  @Test
  void fewStatementsAnswer() {
    given(null);
    database.startCounting();

    heads.standIns(Set.of("billing"));
    assertThat(database.count()).isEqualTo(1);
    heads.stewardOf("billing");
    assertThat(database.count()).isEqualTo(3);
    heads.headInCharge("billing");
    assertThat(database.count()).isEqualTo(4);
    heads.managerOfHead("billing");
    assertThat(database.count()).isEqualTo(5);
  }

  /** Those who leave do so with a second file, so that they stay on record. */
  private void given(String situation) {
    var situations =
        situation == null
            ? Map.<String, String>of()
            : Arrays.stream(situation.toLowerCase(Locale.ROOT).split(", "))
                .map(it -> it.split(" "))
                .collect(Collectors.toMap(it -> it[0], it -> it[1]));
    importFile(PEOPLE.keySet(), Map.of());
    var present = new TreeSet<>(PEOPLE.keySet());
    present.removeIf(id -> "left".equals(situations.get(id)));
    importFile(present, situations);
    rows.update(
        """
        update person set account_groups = trim(concat(account_groups, ' department-billing'))
         where department_id = 'billing' and active
        """);
  }

  private void importFile(Set<String> present, Map<String, String> situations) {
    var csv = new StringBuilder(HEADER);
    for (var id : present) {
      var deputy = situations.get(id);
      csv.append(PEOPLE.get(id))
          .append(
              deputy == null
                  ? ",,,\n"
                  : ",2026-03-01,2026-03-12,%s\n".formatted(deputy.replace("-", "")));
    }
    importer.importFile(new ByteArrayResource(csv.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
