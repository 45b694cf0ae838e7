package com.customerfocus.cascade.reorganization;

import static com.customerfocus.testing.ConcurrentUsers.atTheSameMoment;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.cascade.briefing.process.TeamBriefingProcess;
import com.customerfocus.cascade.page.PersonalPageService;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The organization changes while a thousand briefings run and people answer: no work is lost or
 * done twice, and no team waits forever.
 */
@Tag("load")
@CustomerFocusTest
class ImportConcurrencyTests {

  private static final int TEAMS = 1_000;

  /** Number of concurrent people of each kind. */
  private static final int BUSY = 8;

  private final Map<String, String> managers = new TreeMap<>();

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;
  private final PersonalPageService memos;
  private final JdbcTemplate rows;

  private long cascade;

  @Autowired
  ImportConcurrencyTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      CascadeSteps cascadeSteps,
      PersonalPageService memos,
      JdbcTemplate rows) {
    this.engine = engine;
    this.importer = importer;
    this.cascadeSteps = cascadeSteps;
    this.memos = memos;
    this.rows = rows;
  }

  @Test
  void importingWhileAThousandBriefingsRunLosesAndDoublesNothing() throws Exception {
    for (var i = 0; i < TEAMS; i++) {
      managers.put(lead(i), "boss");
      managers.put(member(i, "a"), lead(i));
      managers.put(member(i, "b"), lead(i));
    }
    importer.importFile(file());
    cascade = cascadeSteps.launchAndRelease("boss", "com");
    cascadeSteps.brief("boss", List.of());
    // Teams 500 to 699 have pending people, one of whom has answered.
    for (var i = 500; i < 700; i++) {
      cascadeSteps.brief(lead(i), List.of(member(i, "a")));
    }
    cascadeSteps.runJobs();

    theOrganizationIsTurnedAround();
    var csv = file();
    var actions = new ArrayList<Callable<Boolean>>();
    actions.add(
        () -> {
          importer.importFile(csv);
          return true;
        });
    for (var i = 0; i < BUSY; i++) {
      for (var start : List.of(0, 100, 200, 300, 400)) {
        actions.add(completion(start + i));
      }
      for (var start : List.of(500, 550, 600, 650)) {
        actions.add(answer(member(start + i, "b")));
      }
    }
    var done = atTheSameMoment(actions);

    assertThat(done.get(0)).isTrue();
    everythingFitsTogether();
    importer.importFile(csv);
    cascadeSteps.runJobs();
    everythingFitsTogether();
    allReadersAnswer();
    assertThat(rows.queryForObject("select state from cascade where id = ?", String.class, cascade))
        .isEqualTo("CLOSED");
    assertThat(instances()).isZero();
    assertThat(engine.getManagementService().createJobQuery().withException().count()).isZero();
  }

  private void theOrganizationIsTurnedAround() {
    for (var i = 0; i < 100; i++) {
      // A new manager of the whole team, before and after its briefing.
      replace(lead(i), "new" + i);
      replace(lead(500 + i), "new" + (500 + i));
      // An employee moves to the next team; also between briefed teams.
      managers.put(member(100 + i, "a"), lead(100 + (i + 1) % 100));
      managers.put(member(600 + i, "b"), lead(600 + (i + 1) % 100));
      // An employee leaves, another joins.
      managers.remove(member(200 + i, "b"));
      managers.put("joiner" + i, lead(200 + i));
      managers.put("joiner" + (500 + i), lead(600 + i));
      // Two teams are merged.
      replace(lead(300 + i), lead(400 + i));
    }
  }

  private void replace(String manager, String successor) {
    managers.remove(manager);
    managers.putIfAbsent(successor, "boss");
    managers.replaceAll((person, boss) -> boss.equals(manager) ? successor : boss);
  }

  private static String lead(int team) {
    return "lead%03d".formatted(team);
  }

  private static String member(int team, String who) {
    return "m%03d%s".formatted(team, who);
  }

  /** The manager completes the task, unless the team has another manager by then. */
  private Callable<Boolean> completion(int team) {
    var task = cascadeSteps.briefingOf(lead(team)).orElseThrow();
    var report =
        Map.<String, Object>of(
            "heldOn", "2026-03-02", "present", List.of(member(team, "a"), member(team, "b")));
    return () -> {
      try {
        cascadeSteps.complete(lead(team), task, "briefing", report);
        return true;
      } catch (RuntimeException e) {
        return false;
      }
    };
  }

  private Callable<Boolean> answer(String person) {
    var receipt = cascadeSteps.receiptOf(cascade, person);
    return () -> {
      memos.acknowledge(receipt, 1);
      return true;
    };
  }

  private void everythingFitsTogether() {
    assertThat(
            faults(
                "each person has one receipt",
                """
        select p.id from person p
         where p.active and p.id <> 'boss'
           and (select count(*) from receipt r
                 where r.person_id = p.id and r.state <> 'LAPSED') <> 1
        """))
        .isEmpty();
    assertThat(
            faults(
                "former employees are not pending",
                """
        select p.id from person p join receipt r on r.person_id = p.id
         where not p.active and r.state = 'PENDING'
        """))
        .isEmpty();
    assertThat(
            faults(
                "who is pending is so in the own team",
                """
        select p.id from person p join receipt r on r.person_id = p.id
         where r.state = 'PENDING' and r.briefed_by <> p.manager_id
        """))
        .isEmpty();
    assertThat(
            faults(
                "every team with pending people has a running briefing",
                """
        select r.person_id from receipt r
         where r.state = 'PENDING'
           and not exists (select 1 from briefing b
                            where b.manager_id = r.briefed_by
                              and b.state in ('OPEN', 'HELD', 'WAITING'))
        """))
        .isEmpty();
    assertThat(
            faults(
                "what is to be held is the task of who is to hold it",
                """
        select b.manager_id from briefing b
         where b.state = 'OPEN'
           and (select count(*) from ACT_RU_TASK t
                  join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
                 where t.TASK_DEF_KEY_ = 'briefTeam' and t.ASSIGNEE_ = b.manager_id
                   and e.BUSINESS_KEY_ = cast(b.id as varchar(20))) <> 1
        """))
        .isEmpty();
    assertThat(
            faults(
                "no task is left of what need not be held",
                """
        select t.ASSIGNEE_ from ACT_RU_TASK t
          join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
         where t.TASK_DEF_KEY_ = 'briefTeam'
           and not exists (select 1 from briefing b
                            where cast(b.id as varchar(20)) = e.BUSINESS_KEY_
                              and b.state = 'OPEN')
        """))
        .isEmpty();
    assertThat(
            faults(
                "nothing waits for a team that has answered",
                """
        select b.manager_id from briefing b
         where b.state = 'WAITING'
           and not exists (select 1 from receipt r
                            where r.cascade_id = b.cascade_id and r.briefed_by = b.manager_id
                              and r.state = 'PENDING')
        """))
        .isEmpty();
  }

  private List<String> faults(String rule, String query) {
    return rows.queryForList(query, String.class).stream()
        .map(who -> "Not so for %s: %s".formatted(who, rule))
        .toList();
  }

  private void allReadersAnswer() {
    for (var manager : cascadeSteps.managersToBrief()) {
      cascadeSteps.brief(manager, List.of());
    }
    cascadeSteps.runJobs();
    rows.queryForList(
            "select id from receipt where cascade_id = ? and state = 'PENDING'",
            Long.class,
            cascade)
        .forEach(receipt -> memos.acknowledge(receipt, 1));
    cascadeSteps.watchAudiences();
    cascadeSteps.runJobs();
  }

  private long instances() {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionKey(TeamBriefingProcess.KEY)
        .count();
  }

  private ByteArrayResource file() {
    var company =
        new Company()
            .add("boss", null, "Board", "senior-officer")
            .add("com", "boss", "Marketing", "communications");
    managers.forEach((person, manager) -> company.add(person, manager, "Care", ""));
    return new ByteArrayResource(company.csv().getBytes(StandardCharsets.UTF_8));
  }
}
