package com.customerfocus.handoff.process;

import static com.customerfocus.handoff.process.PartnerHandoffProcess.ACCEPT_HANDOFF;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.CONFIRM_RESULT;
import static com.customerfocus.handoff.process.PartnerHandoffProcess.DELIVER;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.notice.NoticeSender;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.TestMailServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Budget of a handoff in JDBC executions, a batch counting once. Reads in Tasklist besides claiming
 * and completing are not included.
 */
@CustomerFocusTest
class HandoffBudgetTests {

  private static final Logger LOG = LoggerFactory.getLogger(HandoffBudgetTests.class);

  /** Of a handoff from the request to the last rating, its mails included. */
  private static final int MOST = 210;

  private static final int MOST_OF_MAILS = 10;

  private static final int OTHERS = 200;

  private final OrganizationImporter importer;
  private final HandoffSteps steps;
  private final CascadeSteps forms;
  private final CountedDatabase database;
  private final NoticeSender sender;
  private final ProcessEngine engine;
  private final Map<String, List<String>> groups = new LinkedHashMap<>();

  @Autowired
  HandoffBudgetTests(
      OrganizationImporter importer,
      HandoffSteps steps,
      CascadeSteps forms,
      CountedDatabase database,
      NoticeSender sender,
      ProcessEngine engine) {
    this.importer = importer;
    this.steps = steps;
    this.forms = forms;
    this.database = database;
    this.sender = sender;
    this.engine = engine;
  }

  @BeforeEach
  void people() throws Exception {
    TestMailServer.shared().purgeEmailFromAllMailboxes();
    HandoffSteps.departments(importer);
    for (var user : List.of("oscar", "luis")) {
      groups.put(user, forms.groupsOf(user));
    }
  }

  @Test
  void aHandoffTakesTheSameFewExecutionsWithAnyNumberOfOthersOpen() {
    // What is read once, such as the table of targets, is in memory then.
    wholeLife();
    var alone = wholeLife();
    for (var other = 0; other < OTHERS; other++) {
      var handoff = steps.asked();
      if (other % 2 == 0) {
        steps.accept(handoff);
      }
    }
    while (sender.sendDue() > 0) {
      LOG.debug("Mails of the others are on their way");
    }

    var among = wholeLife();

    LOG.info("JDBC executions of a handoff, by step: {}, together {}", among, sum(among));
    assertThat(sum(among)).isLessThanOrEqualTo(MOST);
    // Mails that the server takes at the same moment share a statement; how many do is up to it.
    assertThat(among.remove("mails")).isLessThanOrEqualTo(MOST_OF_MAILS);
    alone.remove("mails");
    assertThat(among).isEqualTo(alone);
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Executions by step. */
  private Map<String, Integer> wholeLife() {
    var counts = new LinkedHashMap<String, Integer>();
    var handoff = new ArrayList<ProcessInstance>();
    counts.put(
        "request", counted("oscar", () -> handoff.add(steps.submit(HandoffSteps.request()))));
    var one = handoff.get(0);
    counts.put("claim", claimed(one));
    counts.put("accept", said(one, "luis", ACCEPT_HANDOFF, "ACCEPT", "date", "2026-03-04T16:00"));
    counts.put(
        "deliver", said(one, "luis", DELIVER, "DELIVER", "note", "It stands there since nine."));
    counts.put(
        "confirm and rate",
        counted(
            "oscar",
            idOf(one, CONFIRM_RESULT),
            Map.of(
                "word", CascadeSteps.json(Map.of("decision", "CONFIRM")),
                "rating", CascadeSteps.json(Map.of("score", "5", "note", "Well done.")))));
    counts.put(
        "rate",
        counted(
            "luis",
            ratingOf("luis"),
            Map.of("rating", CascadeSteps.json(Map.of("score", "4", "note", "Clearly said.")))));
    database.startCounting();
    while (sender.sendDue() > 0) {
      LOG.debug("Mails are on their way");
    }
    counts.put("mails", database.count());
    return counts;
  }

  private int claimed(ProcessInstance handoff) {
    var task = steps.task(handoff, ACCEPT_HANDOFF).getId();
    return counted("luis", () -> engine.getTaskService().claim(task, "luis"));
  }

  private int said(ProcessInstance handoff, String user, String element, String... said) {
    return counted(user, idOf(handoff, element), HandoffSteps.answer(element, said));
  }

  private String idOf(ProcessInstance handoff, String element) {
    return steps.task(handoff, element).getId();
  }

  private String ratingOf(String user) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .taskDefinitionKey("ratePartnership")
        .taskAssignee(user)
        .singleResult()
        .getId();
  }

  private int counted(String user, String task, Map<String, Object> fields) {
    return counted(user, () -> engine.getTaskService().complete(task, fields));
  }

  private int counted(String user, Runnable action) {
    engine.getIdentityService().setAuthentication(user, groups.get(user));
    try {
      database.startCounting();
      action.run();
      var statements = new TreeMap<String, Integer>();
      database
          .executions()
          .forEach(sql -> statements.merge(sql.strip().replaceAll("\\s+", " "), 1, Integer::sum));
      LOG.debug("{} executions", database.count());
      statements.forEach((sql, times) -> LOG.debug("{} x {}", times, sql));
      return database.count();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }
}
