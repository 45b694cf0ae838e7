package com.customerfocus.handoff.report;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.handoff.HandoffWorkflow;
import com.customerfocus.organization.Department;
import com.customerfocus.support.Sentence;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How long departments usually take to answer a request: the median of their last times to own, in
 * open hours. With too few of them it says how long they have by the table of targets. The number
 * of statements does not depend on the number of departments.
 */
@Service
@Transactional(readOnly = true)
public class UsualAnswers {

  /** Fewer are too few to say. */
  private static final int LEAST = 5;

  private static final int LAST = 20;

  /** A union, because each department's last ones are the end of a range of the index. */
  private static final String LAST_OF_ONE =
      """
      (select c.holder, c.ran_millis
         from service_clock c
        where c.subject_kind = 'handoff' and c.holder = :holder%d and c.metric = 'time-to-own'
          and c.state = 'ENDED' and c.result is not null and c.reversal is null
        order by c.started_at desc fetch first %d rows only)
      """;

  private final JdbcClient jdbc;
  private final HandoffWorkflow workflow;

  UsualAnswers(JdbcClient jdbc, HandoffWorkflow workflow) {
    this.jdbc = jdbc;
    this.workflow = workflow;
  }

  private record Median(String holder, double millis) {}

  /** A sentence for each of these departments, by id, in their order. */
  public Map<String, Sentence> of(List<Department> departments) {
    var medians = medians(departments);
    var targets = workflow.usualTargets(departments.stream().map(Department::id).toList());
    var usual = new LinkedHashMap<String, Sentence>();
    for (var i = 0; i < departments.size(); i++) {
      var department = departments.get(i);
      var median = medians.get(department.id());
      usual.put(
          department.id(),
          median == null
              ? new Sentence("handoff.usual.target", department.name(), targets.get(i).timeToOwn())
              : new Sentence("handoff.usual", department.name(), amount(median)));
    }
    return usual;
  }

  private Map<String, Duration> medians(List<Department> departments) {
    if (departments.isEmpty()) {
      return Map.of();
    }
    var holders = new HashMap<String, Object>();
    for (var i = 0; i < departments.size(); i++) {
      holders.put("holder" + i, departments.get(i).id());
    }
    var last =
        IntStream.range(0, departments.size())
            .mapToObj(i -> LAST_OF_ONE.formatted(i, LAST))
            .collect(Collectors.joining(" union all "));
    return jdbc
        .sql(
            """
            select holder, percentile_cont(0.5) within group (order by ran_millis) as millis
              from (%s) latest group by holder having count(*) >= :least
            """
                .formatted(last))
        .params(holders)
        .param("least", LEAST)
        .query(RecordMapper.of(Median.class))
        .list()
        .stream()
        .collect(
            Collectors.toMap(Median::holder, it -> Duration.ofMillis(Math.round(it.millis()))));
  }

  /** Minutes below an hour, else whole hours, rounded up. */
  private static Sentence amount(Duration median) {
    var minutes = Math.max(1, median.plusSeconds(59).toMinutes());
    return minutes < 60
        ? new Sentence("handoff.usual.minutes", minutes)
        : new Sentence("handoff.usual.hours", (minutes + 59) / 60);
  }
}
