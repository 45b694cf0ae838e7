package com.customerfocus.promise.process;

import static com.customerfocus.promise.process.PromiseWatchProcess.ASK_AT;
import static com.customerfocus.promise.process.PromiseWatchProcess.DUE_AT;
import static com.customerfocus.promise.process.PromiseWatchProcess.IN_CHARGE;
import static com.customerfocus.promise.process.PromiseWatchProcess.MESSAGE_DATE_PASSED;
import static com.customerfocus.promise.process.PromiseWatchProcess.MESSAGE_KEPT;
import static com.customerfocus.promise.process.PromiseWatchProcess.MESSAGE_MADE;
import static com.customerfocus.promise.process.PromiseWatchProcess.MESSAGE_WITHDRAWN;
import static com.customerfocus.promise.process.PromiseWatchProcess.PROMISE_TEXT;
import static com.customerfocus.promise.process.PromiseWatchProcess.PROMISE_TITLE;

import com.customerfocus.engine.Instances;
import com.customerfocus.promise.Promise;
import com.customerfocus.promise.PromiseTexts;
import com.customerfocus.promise.PromiseWorkflow;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to a promise. */
@Component
class CamundaPromiseWorkflow implements PromiseWorkflow {

  private final Instances instances;

  CamundaPromiseWorkflow(Instances instances) {
    this.instances = instances;
  }

  @Override
  public void made(List<Watch> promises) {
    promises.forEach(
        promise -> instances.start(MESSAGE_MADE, promise.id(), startVariables(promise)));
  }

  private static Map<String, Object> startVariables(Watch promise) {
    var variables = new HashMap<String, Object>();
    PROMISE_TITLE.put(variables, PromiseTexts.inShort(promise.what()));
    PROMISE_TEXT.putReference(variables, PromiseReferences.PROMISE.of(promise.id()));
    IN_CHARGE.put(variables, promise.inCharge());
    DUE_AT.put(variables, Date.from(promise.due()));
    ASK_AT.put(variables, Date.from(promise.askAt()));
    return variables;
  }

  @Override
  public void broken(Promise promise) {
    var variables = new HashMap<String, Object>();
    PROMISE_TITLE.put(variables, PromiseTexts.inShort(promise.what()));
    PROMISE_TEXT.putReference(variables, PromiseReferences.PROMISE.of(promise.id()));
    instances.start(MESSAGE_DATE_PASSED, promise.id(), variables);
  }

  @Override
  public void kept(long promiseId) {
    instances.correlate(MESSAGE_KEPT, promiseId);
  }

  @Override
  public void withdrawn(long promiseId) {
    instances.correlate(MESSAGE_WITHDRAWN, promiseId);
  }
}
