package com.customerfocus.customercase.introduction.process;

import com.customerfocus.customercase.CaseCourse;
import com.customerfocus.customercase.introduction.IntroductionWorkflow;
import com.customerfocus.customercase.process.StayWithCustomerProcess;
import com.customerfocus.engine.Instances;
import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Tells the engine what a contact outside has said or left unsaid. */
@Component
class CamundaIntroductionWorkflow implements IntroductionWorkflow {

  private final Instances instances;

  CamundaIntroductionWorkflow(Instances instances) {
    this.instances = instances;
  }

  @Override
  public void contactFailed(CaseCourse course) {
    instances.correlate(
        StayWithCustomerProcess.MESSAGE_INTRODUCTION_FAILED,
        course.now().id(),
        StayWithCustomerProcess.ofAnswered(course));
  }

  /** A task that an administrator has suspended keeps its date: the engine changes none. */
  @Override
  public void ownersTurn(long caseId, Instant due) {
    instances.change(
        instances
            .tasks(caseId, StayWithCustomerProcess.KEY, StayWithCustomerProcess.INTRODUCE_CONTACT)
            .stream()
            .filter(task -> !task.isSuspended())
            .toList(),
        task -> task.setDueDate(Date.from(due)));
  }
}
