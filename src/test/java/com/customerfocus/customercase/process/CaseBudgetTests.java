package com.customerfocus.customercase.process;

import static com.customerfocus.customercase.process.StayWithCustomerProcess.PUT_IT_RIGHT;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.STAY_WITH_CUSTOMER;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.UNDERSTAND_NEED;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customercase.CustomerSteps;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.sweep.Sweep;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Budget of a case in JDBC executions, a batch counting once. Reads in Tasklist besides completing
 * are not included.
 */
@CustomerFocusTest
class CaseBudgetTests {

  private static final Logger LOG = LoggerFactory.getLogger(CaseBudgetTests.class);

  /** Of a case from its opening to comfort with two updates, its mails included. */
  private static final int MOST = 280;

  private static final int OTHERS = 100;

  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps steps;
  private final CascadeSteps forms;
  private final CustomerSteps customers;
  private final CountedDatabase database;
  private final NoticeSender sender;
  private final Sweep late;
  private final ProcessEngine engine;
  private List<String> groups;

  @Autowired
  CaseBudgetTests(
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps steps,
      CascadeSteps forms,
      CustomerSteps customers,
      CountedDatabase database,
      NoticeSender sender,
      @Qualifier("lateNews") Sweep late,
      ProcessEngine engine) {
    this.importer = importer;
    this.rows = rows;
    this.steps = steps;
    this.forms = forms;
    this.customers = customers;
    this.database = database;
    this.sender = sender;
    this.late = late;
    this.engine = engine;
  }

  @BeforeEach
  void people() throws Exception {
    TestMailServer.shared().purgeEmailFromAllMailboxes();
    CaseSteps.people(importer, rows);
    groups = forms.groupsOf("oscar");
  }

  @Test
  void aCaseTakesTheSameFewExecutionsWithAnyNumberOfOthersOpen() {
    // What is read once, such as the table of cadences, is in memory then.
    wholeLife();
    var alone = wholeLife();
    for (var other = 0; other < OTHERS; other++) {
      var opened = steps.opened();
      if (other % 2 == 0) {
        steps.say(opened, UNDERSTAND_NEED, "PUT_RIGHT");
      }
    }
    while (sender.sendDue() > 0) {
      LOG.debug("Mails of the others are on their way");
    }

    var among = wholeLife();

    LOG.info("JDBC executions of a case, by step: {}, together {}", among, sum(among));
    assertThat(among).isEqualTo(alone);
    assertThat(sum(among)).isLessThanOrEqualTo(MOST);
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Executions by step. */
  private Map<String, Integer> wholeLife() {
    var counts = new LinkedHashMap<String, Integer>();
    var begun = new ArrayList<ProcessInstance>();
    counts.put("open", counted("oscar", () -> begun.add(steps.submit(CaseSteps.request()))));
    var one = begun.get(0);
    counts.put("mail of the opening", mails());
    counts.put("understand", said(one, UNDERSTAND_NEED, "PUT_RIGHT"));
    for (var update : List.of("first", "second")) {
      counts.put(
          update + " update",
          said(one, STAY_WITH_CUSTOMER, "UPDATE", "words", "Nothing has changed until now."));
      counts.put("mail of the " + update, mails());
    }
    counts.put("put right", said(one, PUT_IT_RIGHT, "SOLVED", "words", "It is paid back now."));
    counts.put("mail of the solution", mails());
    counts.put(
        "comfortable",
        counted(null, () -> customers.comfortable(CaseSteps.id(one), "All is well.")));
    counts.put("mail of her words", mails());
    return counts;
  }

  private int mails() {
    return counted(
        null,
        () -> {
          while (sender.sendDue() > 0) {
            LOG.debug("Mails are on their way");
          }
          late.runSome().getAsBoolean();
        });
  }

  private int said(ProcessInstance opened, String element, String... said) {
    var task = steps.task(opened, element).getId();
    var answer = CaseSteps.answer(element, said);
    return counted("oscar", () -> engine.getTaskService().complete(task, answer));
  }

  private int counted(String user, Runnable action) {
    if (user != null) {
      engine.getIdentityService().setAuthentication(user, groups);
    }
    try {
      database.startCounting();
      action.run();
      var statements = new TreeMap<String, Integer>();
      database
          .executions()
          .forEach(sql -> statements.merge(sql.trim().replaceAll("\\s+", " "), 1, Integer::sum));
      LOG.debug("{} executions", database.count());
      statements.forEach((sql, times) -> LOG.debug("{} x {}", times, sql));
      return database.count();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }
}
