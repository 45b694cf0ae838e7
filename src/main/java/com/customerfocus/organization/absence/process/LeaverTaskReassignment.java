package com.customerfocus.organization.absence.process;

import com.customerfocus.engine.task.TaskRouting;
import com.customerfocus.organization.OrganizationChanged;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives the tasks of those who have left to whoever acts for them: the manager above. */
@Component
class LeaverTaskReassignment {

  private final TaskRouting routing;

  LeaverTaskReassignment(TaskRouting routing) {
    this.routing = routing;
  }

  /** After everybody else, who may know better whose a task is now. */
  @EventListener
  @Order
  void hand(OrganizationChanged organizationChanged) {
    if (!organizationChanged.isDryRun() && !organizationChanged.leavers().isEmpty()) {
      routing.reroute(organizationChanged.leavers());
    }
  }
}
