package com.customerfocus.cascade.process;

import static com.customerfocus.cascade.process.MemoCascadeProcess.CASCADE_TITLE;
import static com.customerfocus.cascade.process.MemoCascadeProcess.LAUNCHER_ID;
import static com.customerfocus.cascade.process.MemoCascadeProcess.MEMO;
import static com.customerfocus.cascade.process.MemoCascadeProcess.MEMO_TEXT;

import com.customerfocus.cascade.CascadeService;
import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the memo on record as its author typed it. */
@Component
class RecordMemoDelegate implements JavaDelegate {

  private final CascadeService cascades;

  RecordMemoDelegate(CascadeService cascades) {
    this.cascades = cascades;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var memo = MEMO.get(execution);
    var by = CurrentActor.of(execution);
    var cascade = cascades.record(BusinessKey.find(execution), memo, by);
    LAUNCHER_ID.set(execution, cascade.launchedBy());
    CASCADE_TITLE.set(execution, cascade.title());
    MEMO_TEXT.setReference(execution, CascadeReferences.MEMO.of(cascade.id()));
    BusinessKey.set(execution, cascade.id());
  }
}
