package com.customerfocus.models;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.RootElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** Conventions of all models, independent of code. */
public final class Conventions {

  private final Model model;
  private final List<String> faults = new ArrayList<>();

  private Conventions(Model model) {
    this.model = model;
  }

  /**
   * Violations of the conventions, as messages.
   *
   * @param groups ids that a candidate group may have; one that ends with a hyphen is a prefix
   */
  public static List<String> faults(Model model, Set<String> groups) {
    var conventions = new Conventions(model);
    conventions.checkProcess();
    conventions.checkIds();
    conventions.checkLabels();
    conventions.checkGateways();
    conventions.checkGroups(groups);
    return conventions.faults;
  }

  private void checkProcess() {
    if (model.all(Process.class).size() != 1) {
      fault("%s has %d processes", model.fileName(), model.all(Process.class).size());
    }
    var process = model.process();
    if (!model.fileName().equals(process.getId() + ".bpmn")) {
      fault("%s holds the process %s", model.fileName(), process.getId());
    }
    if (!Names.isKebab(process.getId())) {
      fault("process %s is not written in kebab-case", process.getId());
    }
    if (isBlank(process.getName())) {
      fault("process %s has no name", process.getId());
    }
    if (!process.isExecutable()) {
      fault("process %s is not executable", process.getId());
    }
    if (isBlank(process.getCamundaHistoryTimeToLiveString())) {
      fault("process %s has no historyTimeToLive", process.getId());
    }
  }

  private void checkIds() {
    var elements = new ArrayList<BaseElement>(model.all(BaseElement.class));
    elements.removeIf(element -> element instanceof Process);
    for (var element : elements) {
      // Expressions and extensions need no name; drawn elements and messages do.
      var needsOne =
          element instanceof FlowNode
              || element instanceof SequenceFlow
              || element instanceof RootElement
                  && !(element.getParentElement() instanceof FlowNode);
      if (element.getId() == null ? needsOne : !Names.saysWhatItIs(element.getId())) {
        fault("id %s does not say what it is in camelCase", element.getId());
      }
    }
    var seen = new HashSet<String>();
    for (var message : model.all(Message.class)) {
      if (message.getName() == null
          || !message.getName().matches("[a-z]+\\.[a-z]+([A-Z][a-z]*)*")) {
        fault("message %s is not named like capability.event", message.getName());
      }
      if (!seen.add(message.getName())) {
        fault("message %s is defined twice", message.getName());
      }
    }
  }

  private void checkLabels() {
    for (var node : model.all(FlowNode.class)) {
      var merges = node instanceof Gateway && flowsFrom(node).size() < 2;
      var splitsWithoutAsking =
          node instanceof Gateway
              && !(node instanceof ExclusiveGateway || node instanceof InclusiveGateway);
      if (!merges && !splitsWithoutAsking && isBlank(node.getName())) {
        fault("%s has no label", node.getId());
      }
    }
  }

  private void checkGateways() {
    for (var gateway : model.all(Gateway.class)) {
      if (gateway instanceof ExclusiveGateway exclusive) {
        checkAnswers(gateway, exclusive.getDefault());
      } else if (gateway instanceof InclusiveGateway inclusive) {
        checkAnswers(gateway, inclusive.getDefault());
      }
    }
  }

  private void checkAnswers(Gateway gateway, SequenceFlow byDefault) {
    if (flowsFrom(gateway).size() < 2) {
      return;
    }
    if (gateway.getName() != null && !gateway.getName().endsWith("?")) {
      fault("%s does not ask a question", gateway.getId());
    }
    for (var flow : flowsFrom(gateway)) {
      if (isBlank(flow.getName())) {
        fault("%s after %s has no label", flow.getId(), gateway.getId());
      }
      var conditional = flow.getConditionExpression() != null;
      if (flow.equals(byDefault) == conditional) {
        fault(
            "%s after %s %s",
            flow.getId(),
            gateway.getId(),
            conditional ? "is the default and has a condition" : "has no condition");
      }
    }
  }

  /** Counted from the flows: a node's own list may be incomplete in the file. */
  private List<SequenceFlow> flowsFrom(FlowNode node) {
    return model.all(SequenceFlow.class).stream()
        .filter(flow -> node.equals(flow.getSource()))
        .toList();
  }

  private void checkGroups(Set<String> groups) {
    for (var task : model.all(UserTask.class)) {
      task.getCamundaCandidateGroupsList().forEach(group -> checkGroup(groups, group, task));
      if (isBlank(task.getCamundaAssignee())
          && isBlank(task.getCamundaCandidateGroups())
          && isBlank(task.getCamundaCandidateUsers())) {
        fault("%s has no assignee", task.getId());
      }
    }
    model
        .process()
        .getCamundaCandidateStarterGroupsList()
        .forEach(group -> checkGroup(groups, group, model.process()));
  }

  private void checkGroup(Set<String> groups, String group, BaseElement where) {
    var known =
        group.contains("${")
            || groups.stream()
                .anyMatch(id -> id.endsWith("-") ? group.startsWith(id) : group.equals(id));
    if (!known) {
      fault("group %s of %s does not exist", group, where.getId());
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private void fault(String message, Object... arguments) {
    faults.add(message.formatted(arguments));
  }
}
