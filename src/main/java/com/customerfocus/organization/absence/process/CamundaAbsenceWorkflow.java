package com.customerfocus.organization.absence.process;

import static com.customerfocus.organization.absence.process.PersonAbsenceProcess.MESSAGE_ENDED;

import com.customerfocus.engine.Instances;
import com.customerfocus.engine.task.TaskRouting;
import com.customerfocus.organization.absence.AbsenceWorkflow;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Tells the engine who is away and who is back. */
@Component
class CamundaAbsenceWorkflow implements AbsenceWorkflow {

  private final TaskRouting routing;
  private final Instances instances;

  CamundaAbsenceWorkflow(TaskRouting routing, Instances instances) {
    this.routing = routing;
    this.instances = instances;
  }

  @Override
  public void away(Collection<String> people) {
    routing.reroute(people);
  }

  /** An absence that came with a file has no instance. */
  @Override
  public void ended(Collection<Long> absenceIds) {
    absenceIds.forEach(id -> instances.correlate(MESSAGE_ENDED, id));
  }
}
