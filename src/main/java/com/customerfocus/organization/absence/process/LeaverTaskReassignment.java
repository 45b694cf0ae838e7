package com.customerfocus.organization.absence.process;

import com.customerfocus.engine.task.TaskRouting;
import com.customerfocus.organization.OrganizationChanged;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives the tasks of former employees to their substitute: the manager above. */
@Component
class LeaverTaskReassignment {

  private final TaskRouting routing;

  LeaverTaskReassignment(TaskRouting routing) {
    this.routing = routing;
  }

  /** Last, after listeners of capabilities with rules of their own. */
  @EventListener
  @Order
  void hand(OrganizationChanged change) {
    if (!change.isDryRun() && !change.leavers().isEmpty()) {
      routing.reroute(change.leavers());
    }
  }
}
