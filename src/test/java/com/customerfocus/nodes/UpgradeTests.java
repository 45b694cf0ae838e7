package com.customerfocus.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.customerfocus.testing.Company;
import com.customerfocus.testing.SeparateProgram;
import com.customerfocus.testing.Workforce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node of a newer version joins one of an older version during a memo. Its team briefing has one
 * more step, which only the newer version can execute.
 */
@Tag("nodes")
class UpgradeTests {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int SPAN = 4;

  /** Known to the newer version only. */
  private static final String NEWS = "news.of.the.newer.version";

  /** The engine's message. */
  private static final String JOB_FAILED = "ENGINE-14006";

  private SeparateProgram whereManagersWork;

  @Test
  void whatRunsEndsByItsOwnModelAndTheOldNodeLeavesTheNewModelsToTheNewNode(@TempDir Path folder)
      throws Exception {
    var newer = Files.createDirectories(folder.resolve("newer"));
    writeModelWithAStepMore(newer);
    try (var nodes = new TwoNodes(folder, Company.tree(SPAN, 3))) {
      var old = whereManagersWork = nodes.node("one", List.of());
      var next = nodes.node("two", List.of(NEWS + "=Welcome"), newer);
      var workforce = new Workforce(SPAN, nodes.mailServer(), this::programOf);
      old.start("admin");
      workforce.launchAndRelease();
      workforce.brief(workforce.top());
      next.start("admin");
      assertThat(versions(nodes)).containsExactly(1, 2);

      // Begun by the old model; the level below begins by the new one.
      var firstLevel = workforce.firstLevel();
      workforce.brief(firstLevel.get(0));
      whereManagersWork = next;
      workforce.brief(firstLevel.get(1));
      workforce.reportsOf(firstLevel.get(0)).forEach(workforce::brief);
      whereManagersWork = old;
      workforce.reportsOf(firstLevel.get(1)).forEach(workforce::brief);
      awaitNoJobs(nodes);
      assertThat(nodes.count("ACT_HI_ACTINST where ACT_ID_ = 'tellNews' and END_TIME_ is not null"))
          .isEqualTo(2 * SPAN);
      assertThat(old.output()).doesNotContain(JOB_FAILED);

      // After the upgrade the new node completes instances of the old one.
      old.stop();
      whereManagersWork = next;
      firstLevel.subList(2, SPAN).forEach(workforce::brief);
      workforce.secondLevel().subList(2 * SPAN, SPAN * SPAN).forEach(workforce::brief);
      await()
          .atMost(PATIENCE)
          .until(() -> workforce.memosInMails().size() == workforce.memosToMail());
      workforce.memosInMails().forEach((who, page) -> workforce.acknowledgement(who, page).run());
      workforce.reviewOutcome();

      assertThat(ended(nodes, 1)).isEqualTo(1 + SPAN);
      assertThat(ended(nodes, 2)).isEqualTo(SPAN * SPAN);
      assertThat(next.output()).doesNotContain(JOB_FAILED);
      workforce.holdToWhatWasConfirmed(nodes.database());
      workforce.everythingCameToItsEnd(nodes.database());
      workforce.everyoneWasToldOnce(nodes.database());
    }
  }

  private String programOf(String person) {
    return whereManagersWork.address();
  }

  /** The team gets news before the memo is passed on. */
  private static void writeModelWithAStepMore(Path classpath) throws IOException {
    var model = Bpmn.readModelFromFile(Path.of("processes/team-briefing.bpmn").toFile());
    SequenceFlow before = model.getModelElementById("toPassMemoOn");
    var passMemoOn = before.getTarget();
    var step = model.newInstance(ServiceTask.class);
    step.setId("tellNews");
    step.setCamundaAsyncBefore(true);
    step.setCamundaExpression("${environment.getRequiredProperty('%s')}".formatted(NEWS));
    before.getParentElement().addChildElement(step);
    passMemoOn.getIncoming().remove(before);
    before.setTarget(step);
    step.getIncoming().add(before);
    var after = model.newInstance(SequenceFlow.class);
    after.setId("newsToPassMemoOn");
    before.getParentElement().addChildElement(after);
    after.setSource(step);
    after.setTarget(passMemoOn);
    step.getOutgoing().add(after);
    passMemoOn.getIncoming().add(after);
    var file =
        Files.createDirectories(classpath.resolve("processes")).resolve("team-briefing.bpmn");
    Bpmn.writeModelToFile(file.toFile(), model);
  }

  private static void awaitNoJobs(TwoNodes nodes) {
    await()
        .atMost(PATIENCE)
        .until(() -> nodes.count("ACT_RU_JOB where PROCESS_DEF_KEY_ = 'team-briefing'") == 0);
  }

  private static List<Integer> versions(TwoNodes nodes) {
    return nodes
        .database()
        .queryForList(
            "select VERSION_ from ACT_RE_PROCDEF where KEY_ = 'team-briefing' order by VERSION_",
            Integer.class);
  }

  private static int ended(TwoNodes nodes, int version) {
    return nodes.count(
        "ACT_HI_PROCINST i join ACT_RE_PROCDEF d on d.ID_ = i.PROC_DEF_ID_"
            + " where d.KEY_ = 'team-briefing' and d.VERSION_ = %d and i.STATE_ = 'COMPLETED'"
                .formatted(version));
  }
}
