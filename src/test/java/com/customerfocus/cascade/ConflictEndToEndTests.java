package com.customerfocus.cascade;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.EndToEndTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person completes an open task in Tasklist that has ended meanwhile. */
class ConflictEndToEndTests extends EndToEndTest {

  private final TaskService tasks;

  private ProcessInstance memo;

  ConflictEndToEndTests(@Autowired CascadeSteps cascadeSteps, @Autowired TaskService tasks) {
    super(cascadeSteps);
    this.tasks = tasks;
  }

  @BeforeEach
  void aMemoIsToBeReviewed(@Autowired OrganizationImporter importer) {
    new Company()
        .add("boss", null, "Board", "senior-officer")
        .add("reviewer", "boss", "Marketing", "communications")
        .add("second", "boss", "Marketing", "communications")
        .importInto(importer);
    memo = cascadeSteps.launch("boss", CascadeSteps.memo());
    await().atMost(PATIENCE).until(() -> cascadeSteps.task(memo, "reviewReach"), Objects::nonNull);
  }

  @Test
  void theMemoWasWithdrawnWhileTheManagerWroteTheBriefing() {
    cascadeSteps.complete(
        "reviewer",
        cascadeSteps.task(memo, "reviewReach"),
        "review",
        Map.of("decision", "release"));
    awaitTask("Brief the team");
    var boss = tasklist("boss");
    boss.open("Brief the team");
    boss.write("What does it mean for your team?", "We call back **today**.");
    boss.write("When did you brief your team?", "02/03/2026");

    cascadeSteps.complete(
        "boss",
        cascadeSteps.task(memo, "followCascade"),
        "intervention",
        Map.of("what", "withdraw", "reason", "It was wrong."));
    await().atMost(PATIENCE).until(() -> cascadeSteps.managersToBrief().isEmpty());
    boss.press("Complete");

    assertThat(boss.message())
        .containsText("This task is done already: it was completed, or it was no longer");
    assertThat(boss.message())
        .containsText("What you entered was not recorded; copy what you want");
    assertThat(boss.field("What does it mean for your team?").inputValue())
        .isEqualTo("We call back **today**.");
  }

  @Test
  void aColleagueHasClaimedTheReviewMeanwhile() {
    var reviewer = tasklist("reviewer");
    reviewer.choose("My groups' tasks");
    reviewer.open("Review the reach and release");

    cascadeSteps.as(
        "second",
        () -> {
          tasks.claim(cascadeSteps.task(memo, "reviewReach").getId(), "second");
          return List.of();
        });
    reviewer.press("Claim");

    assertThat(reviewer.message()).containsText("Name of second has taken this task already.");
  }
}
