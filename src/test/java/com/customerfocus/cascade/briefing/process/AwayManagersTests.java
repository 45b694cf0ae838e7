package com.customerfocus.cascade.briefing.process;

import static com.customerfocus.cascade.briefing.process.TeamBriefingProcess.BRIEF_TEAM;
import static com.customerfocus.cascade.process.MemoCascadeProcess.REVIEW_REACH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.customerfocus.cascade.process.SmallCompany;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CustomerFocusTest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/**
 * A memo launched on Monday, 2 March 2026, that closes at the end of the month, while managers are
 * away.
 */
@CustomerFocusTest
class AwayManagersTests {

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;

  @Autowired
  AwayManagersTests(
      ProcessEngine engine, OrganizationImporter importer, CascadeSteps cascadeSteps) {
    this.engine = engine;
    this.importer = importer;
    this.cascadeSteps = cascadeSteps;
  }

  @BeforeEach
  void theCompany() {
    SmallCompany.people().importInto(importer);
  }

  // The dry run

  @Test
  void managersWithADeputyThereAreNoFinding() {
    cascadeSteps.away("ana", "2026-03-02", "2026-03-12", "fred");
    cascadeSteps.away("bea", "2026-03-02", "2026-03-12", "ana");

    assertThat(findings(launch())).isEmpty();
  }

  @Test
  void managersAwayWithoutADeputyAreToldWithWhoWouldBrief() {
    cascadeSteps.away("ana", "2026-03-09", "2026-03-12", null);
    cascadeSteps.away("bea", "2026-03-02", "2026-03-31", "ana");
    cascadeSteps.away("fred", "2026-04-06", "2026-04-12", null);

    assertThat(findings(launch()))
        .containsExactly(
            entry(
                "Ana",
                "Is away, 9 to 12 March 2026, without a deputy: Boss, the next manager"
                    + " up, would brief the team instead."));
  }

  @Test
  void deputiesInACircleAreTold() {
    importer.importFile(
        new ByteArrayResource(
            withAbsences(
                    SmallCompany.people().csv(),
                    Map.of(
                        "ana", "2026-03-02,2026-03-12,fred",
                        "fred", "2026-03-02,2026-03-31,ana"))
                .getBytes(StandardCharsets.UTF_8)));

    assertThat(findings(launch()))
        .containsOnly(
            entry(
                "Ana",
                "Is away, 2 to 12 March 2026, and the deputies stand in for each other"
                    + " in a circle (Ana → Fred → Ana): Boss, the next manager up, would brief the"
                    + " team instead."),
            entry(
                "Fred",
                "Is away, 2 to 31 March 2026, and the deputies stand in for each other"
                    + " in a circle (Fred → Ana → Fred): Boss, the next manager up, would brief the"
                    + " team instead."));
  }

  @Test
  void aBriefingWithoutAnyManagerIsAFinding() {
    var memo = launch();
    cascadeSteps.away("ana", "2026-03-02", "2026-03-12", "fred");
    cascadeSteps.away("fred", "2026-03-02", "2026-03-12", null);
    cascadeSteps.away("boss", "2026-03-02", "2026-03-12", "ana");

    cascadeSteps.complete(
        "com",
        cascadeSteps.task(memo, REVIEW_REACH),
        "review",
        Map.of("decision", "revise", "comment", "Look again"));
    cascadeSteps.complete(
        "boss", cascadeSteps.task(memo, "reviseMemo"), "memo", CascadeSteps.memo());

    assertThat(findings(memo))
        .containsOnlyKeys("Ana", "Boss", "Fred")
        .containsEntry(
            "Ana",
            "Is away, 2 to 12 March 2026, and the deputy is not there either: nobody up"
                + " to the top could brief the team instead.");
  }

  // At run time

  @Test
  void theBriefingOfAManagerWhoIsAwayGoesToTheNextManagerUp() {
    cascadeSteps.away("ana", "2026-03-02", "2026-03-12", null);
    cascadeSteps.launchAndRelease("boss", "com");

    cascadeSteps.brief("boss", List.of("ana", "com", "fred", "solo"));

    assertThat(briefings())
        .extracting(Task::getAssignee, Task::getOwner, Task::getName)
        .containsExactlyInAnyOrder(
            tuple("boss", "ana", "Brief the team: The customer comes first (for Ana)"),
            tuple("fred", null, "Brief the team: The customer comes first"));
  }

  @Test
  void theDeputyBriefsTheTeam() {
    cascadeSteps.away("ana", "2026-03-02", "2026-03-12", "fred");
    var cascade = cascadeSteps.launchAndRelease("boss", "com");
    cascadeSteps.brief("boss", List.of("com", "fred", "solo"));
    var task =
        briefings().stream().filter(it -> "ana".equals(it.getOwner())).findFirst().orElseThrow();

    cascadeSteps.complete(
        "fred", task, "briefing", Map.of("heldOn", "2026-03-02", "present", List.of("bea")));
    cascadeSteps.runJobs();

    assertThat(cascadeSteps.stateOf(cascade, "bea")).isEqualTo("BRIEFED");
    assertThat(cascadeSteps.stateOf(cascade, "eva")).isEqualTo("PENDING");
    assertThat(cascadeSteps.briefingOf("bea")).isPresent();
  }

  private static String withAbsences(String csv, Map<String, String> absences) {
    return csv.lines()
        .map(
            line ->
                line
                    + ","
                    + (line.startsWith("employee id")
                        ? "absent from,absent until,deputy"
                        : absences.getOrDefault(line.substring(0, line.indexOf(',')), ",,")))
        .collect(Collectors.joining("\n"));
  }

  private List<Task> briefings() {
    return engine.getTaskService().createTaskQuery().taskDefinitionKey(BRIEF_TEAM).list();
  }

  private ProcessInstance launch() {
    return cascadeSteps.launch("boss", CascadeSteps.memo());
  }

  private Map<String, String> findings(ProcessInstance memo) {
    var findings = new HashMap<String, String>();
    cascadeSteps
        .shown("com", cascadeSteps.task(memo, REVIEW_REACH), "reach", SpinJsonNode.class)
        .prop("findings")
        .elements()
        .forEach(
            finding ->
                findings.put(finding.prop("who").stringValue(), finding.prop("why").stringValue()));
    return findings;
  }
}
