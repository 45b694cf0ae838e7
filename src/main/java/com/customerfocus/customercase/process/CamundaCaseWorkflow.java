package com.customerfocus.customercase.process;

import static com.customerfocus.customercase.process.StayWithCustomerProcess.KEY;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.OWNER_ID;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.RECEIVED_AT;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.REQUEST;
import static com.customerfocus.customercase.process.StayWithCustomerProcess.STAY_WITH_CUSTOMER;

import com.customerfocus.customercase.CaseCourse;
import com.customerfocus.customercase.CaseRequest;
import com.customerfocus.customercase.CaseWorkflow;
import com.customerfocus.customercase.news.NewsTargets;
import com.customerfocus.engine.Instances;
import com.customerfocus.engine.decision.Decisions;
import com.customerfocus.handoff.Priority;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to a case, and asks it for cadences. */
@Component
class CamundaCaseWorkflow implements CaseWorkflow {

  private static final String TABLE = "update-cadence";

  private final Instances instances;
  private final Decisions tables;

  CamundaCaseWorkflow(Instances instances, Decisions tables) {
    this.instances = instances;
    this.tables = tables;
  }

  @Override
  public NewsTargets targets(Priority priority, String tier) {
    var inputs = new HashMap<String, Object>();
    inputs.put("customerTier", tier);
    inputs.put("priority", priority.name());
    var found = tables.decide(TABLE, inputs);
    return new NewsTargets(
        found.text("cadence"),
        found.text("timeToAnswer"),
        found.text("timeToFindOut"),
        "%d: %s".formatted(found.version(), found.text("row")));
  }

  @Override
  public long open(CaseRequest request, String ownerId, Instant receivedAt) {
    var variables = new HashMap<String, Object>();
    REQUEST.put(variables, request);
    OWNER_ID.put(variables, ownerId);
    if (receivedAt != null) {
      RECEIVED_AT.put(variables, Date.from(receivedAt));
    }
    return instances.startNew(KEY, variables);
  }

  @Override
  public void comfortAnswered(CaseCourse course) {
    instances.correlate(
        StayWithCustomerProcess.MESSAGE_COMFORT_ANSWERED,
        course.now().id(),
        StayWithCustomerProcess.ofAnswered(course));
  }

  @Override
  public void reopened(CaseCourse course) {
    instances.start(
        StayWithCustomerProcess.MESSAGE_REOPENED,
        course.now().id(),
        StayWithCustomerProcess.ofReopened(course));
  }

  /** A task that an administrator has suspended keeps its date: the engine changes none. */
  @Override
  public void newsDue(Map<Long, Instant> dueByCase) {
    instances.change(
        KEY, STAY_WITH_CUSTOMER, dueByCase, (task, due) -> task.setDueDate(Date.from(due)));
  }

  /** Each step reads the owner anew, so that later tasks are theirs without a variable set now. */
  @Override
  public void moved(Map<Long, String> ownerByCase) {
    instances.handToPeople(KEY, ownerByCase, StayWithCustomerProcess.TASKS);
  }

  @Override
  public void joined(long caseId) {
    instances.end(List.of(caseId), "Another case has taken it in", KEY);
  }

  @Override
  public List<Long> openHandoffs(long caseId) {
    return instances.called(caseId, KEY);
  }

  @Override
  public Map<Long, Long> openHandoffs(Collection<Long> cases) {
    return instances.called(cases, KEY);
  }
}
