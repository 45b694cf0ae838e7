package com.customerfocus.customer.process;

import com.customerfocus.access.audit.AuditTrail;
import com.customerfocus.customer.CustomerDataHolder;
import com.customerfocus.customer.CustomerProcesses;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the engine keeps of a customer: the process instances that capabilities name as {@link
 * CustomerProcesses}. On removal they go as a whole, with tasks, comments, variables, jobs and
 * their failures: a name may stand in any of them. So do the instances that they called. A
 * capability settles what such an end would leave open when it is asked for the business keys, or
 * with a {@link CustomerDataHolder} of its own.
 */
@Component
class ProcessesOfCustomer implements CustomerDataHolder {

  private static final String WHY = "The customer's data were removed on request";

  private final List<CustomerProcesses> processes;
  private final RuntimeService runtime;
  private final HistoryService history;
  private final AuditTrail audit;

  /**
   * @param processes none before a capability brings one
   */
  ProcessesOfCustomer(
      ObjectProvider<CustomerProcesses> processes,
      RuntimeService runtime,
      HistoryService history,
      AuditTrail audit) {
    this.processes = processes.orderedStream().toList();
    this.runtime = runtime;
    this.history = history;
    this.audit = audit;
  }

  /**
   * One instance.
   *
   * @param end null while it runs
   * @param variables by name, as text; none after the end
   */
  record Instance(String process, Instant start, Instant end, Map<String, String> variables) {}

  @Override
  public String part() {
    return "processes";
  }

  @Override
  public List<Instance> export(Subject customer) {
    return instances(customer).stream().map(this::instance).toList();
  }

  @Override
  public void remove(Subject customer) {
    var instances = instances(customer);
    // Called instances end with their callers.
    var all = Set.copyOf(ids(instances));
    var running =
        ids(
            instances.stream()
                .filter(it -> it.getEndTime() == null)
                .filter(it -> !all.contains(String.valueOf(it.getSuperProcessInstanceId())))
                .toList());
    if (!running.isEmpty()) {
      runtime.deleteProcessInstancesIfExists(running, WHY, true, true, false);
    }
    if (!instances.isEmpty()) {
      history.deleteHistoricProcessInstancesIfExists(ids(instances));
      audit.removeWords(ids(instances));
    }
  }

  private static List<String> ids(List<HistoricProcessInstance> instances) {
    return instances.stream().map(HistoricProcessInstance::getId).toList();
  }

  private List<HistoricProcessInstance> instances(Subject customer) {
    return processes.stream()
        .flatMap(process -> instances(process, customer).stream())
        .flatMap(this::withCalled)
        .toList();
  }

  /**
   * Called instances have no business key of the customer; the engine keeps their history apart.
   */
  private Stream<HistoricProcessInstance> withCalled(HistoricProcessInstance caller) {
    var called =
        history
            .createHistoricProcessInstanceQuery()
            .superProcessInstanceId(caller.getId())
            .unlimitedList();
    return Stream.concat(Stream.of(caller), called.stream().flatMap(this::withCalled));
  }

  private List<HistoricProcessInstance> instances(CustomerProcesses process, Subject customer) {
    Set<String> keys =
        process.businessKeys(customer).stream().map(String::valueOf).collect(Collectors.toSet());
    return keys.isEmpty()
        ? List.of()
        : history
            .createHistoricProcessInstanceQuery()
            .processDefinitionKey(process.process())
            .processInstanceBusinessKeyIn(keys.toArray(String[]::new))
            .orderByProcessInstanceStartTime()
            .asc()
            .unlimitedList();
  }

  private Instance instance(HistoricProcessInstance instance) {
    var variables = new TreeMap<String, String>();
    runtime
        .createVariableInstanceQuery()
        .processInstanceIdIn(instance.getId())
        .disableCustomObjectDeserialization()
        .unlimitedList()
        .forEach(variable -> variables.put(variable.getName(), text(variable)));
    return new Instance(
        instance.getProcessDefinitionKey(),
        instance.getStartTime().toInstant(),
        instant(instance.getEndTime()),
        variables);
  }

  private static String text(VariableInstance variable) {
    return variable.getValue() == null ? null : String.valueOf(variable.getValue());
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
