package com.customerfocus.engine.decision;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Asks decision tables; each answer is by the version that the engine uses at that moment. */
@Component
public class Decisions {

  private final DecisionService decisions;
  private final RepositoryService repository;

  Decisions(DecisionService decisions, RepositoryService repository) {
    this.decisions = decisions;
    this.repository = repository;
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
