package com.customerfocus.customercase.goodwill.process;

import com.customerfocus.access.Actor;
import com.customerfocus.customercase.goodwill.ApprovalService;
import com.customerfocus.engine.task.EndedTasks;
import com.customerfocus.support.Sentence;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a manager who decided about goodwill, or that the case has ended. */
@Component
class EndedGoodwillTasks implements EndedTasks {

  private final ApprovalService approvals;

  EndedGoodwillTasks(ApprovalService approvals) {
    this.approvals = approvals;
  }

  @Override
  public String process() {
    return GoodwillProcess.KEY;
  }

  @Override
  public Optional<Sentence> whyEnded(long id, String taskDefinitionKey, Actor reader) {
    return Optional.of(approvals.whatHappened(id));
  }
}
