package com.customerfocus.cascade.process;

import com.customerfocus.cascade.PersonalMemos;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.testing.Cascading;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@CustomerFocusTest
@Import(CountedDatabase.Configuration.class)
class BudgetTests {

  @Autowired OrganizationService organization;
  @Autowired Cascading cascading;
  @Autowired CountedDatabase database;
  @Autowired PersonalMemos memos;
  @Autowired org.camunda.bpm.engine.ProcessEngine engine;

  @Test
  void wholeLife() {
    var company = Company.tree(8, 3).importInto(organization);
    database.startCounting();
    var c = cascading.launchAndRelease("p0", "reviewer");
    report("release", company.people());
    while (!cascading.managersToBrief().isEmpty()) {
      for (var m : cascading.managersToBrief()) {
        var task = cascading.briefingOf(m).orElseThrow();
        var team = java.util.stream.IntStream.rangeClosed(1, 8).mapToObj(i -> m + "x" + i).toList();
        database.startCounting();
        cascading.complete(m, task, "briefing", Map.of("heldOn", "2026-03-02", "present", team));
        if (m.equals("p0x1") || m.equals("p0x1x1")) report("complete " + m, 1);
        database.startCounting();
        cascading.runJobs();
        if (m.equals("p0x1") || m.equals("p0x1x1")) report("job " + m, 1);
      }
    }
    database.startCounting();
    memos.acknowledge(cascading.receiptOf(c, "p0x1x1x1"));
    report("ack", 1);
  }

  void report(String what, int people) {
    var ex = database.executions();
    System.err.println("=== " + what + ": " + ex.size() + " = " + ex.size() * 1.0 / people);
    if (people == 1)
      ex.forEach(
          s ->
              System.err.println(
                  "   "
                      + s.replaceAll("\\s+", " ")
                          .substring(0, Math.min(150, s.replaceAll("\\s+", " ").length()))));
  }
}
