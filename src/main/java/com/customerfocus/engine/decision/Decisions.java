package com.customerfocus.engine.decision;

import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Asks decision tables; each answer is by the version that the engine uses at that moment. */
@Component
public class Decisions {

  private final DecisionService decisions;
  private final RepositoryService repository;
  private final ProcessEngineConfigurationImpl engine;

  Decisions(
      DecisionService decisions,
      RepositoryService repository,
      ProcessEngineConfigurationImpl engine) {
    this.decisions = decisions;
    this.repository = repository;
    this.engine = engine;
  }

  /**
   * The row that holds.
   *
   * @param version of the table
   * @param outputs by name
   */
  public record Decided(int version, Map<String, Object> outputs) {

    /** An output that is a text. */
    public String text(String output) {
      return (String) outputs.get(output);
    }
  }

  /**
   * The row of this table that holds for these inputs.
   *
   * @param key the decision's id
   * @param inputs by name; one may be null
   */
  public Decided decide(String key, Map<String, Object> inputs) {
    // People may not read the tables in the engine, yet their requests ask them.
    Callable<Decided> decide = () -> decided(key, inputs);
    return engine
        .getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization(decide));
  }

  private Decided decided(String key, Map<String, Object> inputs) {
    var table =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(key)
            .latestVersion()
            .singleResult();
    var result = decisions.evaluateDecisionTableById(table.getId(), inputs);
    return new Decided(table.getVersion(), result.getSingleResult().getEntryMap());
  }
}
