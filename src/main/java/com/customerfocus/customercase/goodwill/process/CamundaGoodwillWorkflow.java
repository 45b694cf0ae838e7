package com.customerfocus.customercase.goodwill.process;

import static com.customerfocus.customercase.goodwill.process.GoodwillProcess.KEY;
import static com.customerfocus.customercase.goodwill.process.GoodwillProcess.OFFERED_BY;
import static com.customerfocus.customercase.goodwill.process.GoodwillProcess.REQUEST;

import com.customerfocus.access.Actor;
import com.customerfocus.customercase.goodwill.GoodwillCourse;
import com.customerfocus.customercase.goodwill.GoodwillLimits;
import com.customerfocus.customercase.goodwill.GoodwillRequest;
import com.customerfocus.customercase.goodwill.GoodwillRole;
import com.customerfocus.customercase.goodwill.GoodwillWorkflow;
import com.customerfocus.engine.Instances;
import com.customerfocus.engine.decision.Decisions;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to goodwill, and asks it for limits. */
@Component
class CamundaGoodwillWorkflow implements GoodwillWorkflow {

  private static final String TABLE = "goodwill-limit";

  private final Instances instances;
  private final Decisions tables;

  CamundaGoodwillWorkflow(Instances instances, Decisions tables) {
    this.instances = instances;
    this.tables = tables;
  }

  @Override
  public GoodwillLimits limits(GoodwillRole role, String tier) {
    var inputs = new HashMap<String, Object>();
    inputs.put("role", role.name());
    inputs.put("customerTier", tier);
    var found = tables.decide(TABLE, inputs);
    return new GoodwillLimits(
        new BigDecimal(found.text("perCase")),
        new BigDecimal(found.text("perCustomer")),
        new BigDecimal(found.text("perPersonAndDay")),
        "%d: %s".formatted(found.version(), found.text("row")));
  }

  @Override
  public long offer(GoodwillRequest request, Actor by) {
    var variables = new HashMap<String, Object>();
    REQUEST.put(variables, request);
    OFFERED_BY.put(variables, by);
    return instances.startNew(KEY, variables);
  }

  @Override
  public void asked(GoodwillCourse course) {
    var variables = new HashMap<String, Object>();
    GoodwillProcess.ask(variables, course);
    instances.correlate(GoodwillProcess.MESSAGE_APPROVER_CHANGED, course.id(), variables);
  }

  @Override
  public void lapsed(Collection<Long> ids) {
    if (!ids.isEmpty()) {
      instances.end(ids, "It waits for no manager any more", KEY);
    }
  }
}
