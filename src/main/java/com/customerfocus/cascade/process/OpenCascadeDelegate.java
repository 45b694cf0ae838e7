package com.customerfocus.cascade.process;

import static com.customerfocus.cascade.process.MemoCascadeProcess.CLOSES_AT;

import com.customerfocus.cascade.AudienceService;
import com.customerfocus.engine.variable.BusinessKey;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens a receipt for everyone in the audience. */
@Component
class OpenCascadeDelegate implements JavaDelegate {

  private final AudienceService audiences;

  OpenCascadeDelegate(AudienceService audiences) {
    this.audiences = audiences;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var closesAt = audiences.open(BusinessKey.of(execution));
    CLOSES_AT.set(execution, Date.from(closesAt));
  }
}
