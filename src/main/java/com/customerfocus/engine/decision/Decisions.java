package com.customerfocus.engine.decision;

import java.util.List;
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
    return decideAll(key, List.of(inputs)).get(0);
  }

  /**
   * The row that holds for each of these inputs, in their order, all by the same version. The
   * number of statements does not depend on the number of inputs.
   *
   * @param key the decision's id
   */
  public List<Decided> decideAll(String key, List<Map<String, Object>> inputs) {
    // People may not read the tables in the engine, yet their requests ask them.
    Callable<List<Decided>> decide = () -> decided(key, inputs);
    return engine
        .getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization(decide));
  }

  private List<Decided> decided(String key, List<Map<String, Object>> inputs) {
    var table =
        repository
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey(key)
            .latestVersion()
            .singleResult();
    return inputs.stream()
        .map(it -> decisions.evaluateDecisionTableById(table.getId(), it))
        .map(it -> new Decided(table.getVersion(), it.getSingleResult().getEntryMap()))
        .toList();
  }
}
