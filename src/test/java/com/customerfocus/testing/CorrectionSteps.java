package com.customerfocus.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

/** Steps in Tasklist to correct a memo on its way. */
public class CorrectionSteps {

  private final ProcessEngine engine;
  private final CascadeSteps cascadeSteps;

  public CorrectionSteps(ProcessEngine engine, CascadeSteps cascadeSteps) {
    this.engine = engine;
    this.cascadeSteps = cascadeSteps;
  }

  /** A valid correction of {@link CascadeSteps#memo()}. */
  public static Map<String, Object> material(String body, String whatChanged) {
    var correction = new HashMap<>(CascadeSteps.memo());
    correction.remove("daysToBrief");
    correction.remove("daysToAcknowledge");
    correction.putAll(
        Map.of("body", body, "kind", "material", "whatChanged", whatChanged, "decision", "review"));
    return correction;
  }

  public static Map<String, Object> editorial(String body) {
    var correction = material(body, "");
    correction.put("kind", "editorial");
    return correction;
  }

  /** The launcher starts a correction. */
  public void begin(String launcher, long cascade) {
    cascadeSteps.complete(
        launcher,
        task(cascade, "followCascade").orElseThrow(),
        "intervention",
        Map.of("what", "correct"));
  }

  /** The launcher has written the correction. */
  public void write(String launcher, long cascade, Map<String, Object> correction) {
    cascadeSteps.complete(
        launcher, task(cascade, "correctMemo").orElseThrow(), "correction", correction);
  }

  public void review(String reviewer, long cascade, Map<String, Object> review) {
    cascadeSteps.complete(
        reviewer, task(cascade, "reviewCorrection").orElseThrow(), "review", review);
  }

  /** Has the correction written and released; re-attestation has not started. */
  public void publish(
      String launcher, String reviewer, long cascade, Map<String, Object> correction) {
    begin(launcher, cascade);
    write(launcher, cascade, correction);
    review(reviewer, cascade, Map.of("decision", "release"));
  }

  /** The only task of this kind about this cascade or briefing. */
  public Optional<Task> task(long about, String element) {
    return Optional.ofNullable(
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceBusinessKey(String.valueOf(about))
            .taskDefinitionKey(element)
            .singleResult());
  }
}
