package com.customerfocus.cascade.process;

import static com.customerfocus.cascade.process.MemoCascadeProcess.MEMO;
import static com.customerfocus.cascade.process.MemoCascadeProcess.MEMO_READY;
import static com.customerfocus.cascade.process.MemoCascadeProcess.REACH;

import com.customerfocus.cascade.AudienceService;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds out whom the memo would reach and what stands in the way. */
@Component
class CheckReachDelegate implements JavaDelegate {

  private final AudienceService audiences;

  CheckReachDelegate(AudienceService audiences) {
    this.audiences = audiences;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var reach = audiences.reach(BusinessKey.of(execution), MEMO.get(execution));
    REACH.set(execution, reach);
    MEMO_READY.set(execution, reach.isReady());
  }
}
