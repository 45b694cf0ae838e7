package com.customerfocus.customer.process;

import com.customerfocus.customer.CustomerDataHolder;
import com.customerfocus.engine.variable.Variable;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * What the engine keeps of a customer: each process instance with the variable {@code customerId},
 * running or ended. On removal the instances go as a whole, with tasks, comments, variables, jobs
 * and their failures: a name may stand in any of them. A capability that has to settle something
 * before brings a {@link CustomerDataHolder} of its own, which comes first.
 */
@Component
class ProcessesOfCustomer implements CustomerDataHolder {

  static final Variable<Long> CUSTOMER_ID = Variable.of("customerId", Long.class);

  private static final String WHY = "The customer's data were removed on request";

  private final RuntimeService runtime;
  private final HistoryService history;

  ProcessesOfCustomer(RuntimeService runtime, HistoryService history) {
    this.runtime = runtime;
    this.history = history;
  }

  /**
   * One instance.
   *
   * @param end null while it runs
   * @param variables by name, as text
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
    var running =
        runtime
            .createProcessInstanceQuery()
            .variableValueEquals(CUSTOMER_ID.name(), customer.id())
            .unlimitedList()
            .stream()
            .map(ProcessInstance::getId)
            .toList();
    if (!running.isEmpty()) {
      runtime.deleteProcessInstancesIfExists(running, WHY, true, true, false);
    }
    var ended = instances(customer).stream().map(HistoricProcessInstance::getId).toList();
    if (!ended.isEmpty()) {
      history.deleteHistoricProcessInstancesIfExists(ended);
    }
  }

  private List<HistoricProcessInstance> instances(Subject customer) {
    return history
        .createHistoricProcessInstanceQuery()
        .variableValueEquals(CUSTOMER_ID.name(), customer.id())
        .orderByProcessInstanceStartTime()
        .asc()
        .unlimitedList();
  }

  private Instance instance(HistoricProcessInstance instance) {
    var variables = new TreeMap<String, String>();
    for (var variable :
        history
            .createHistoricVariableInstanceQuery()
            .processInstanceId(instance.getId())
            .disableCustomObjectDeserialization()
            .unlimitedList()) {
      variables.put(variable.getName(), text(variable));
    }
    return new Instance(
        instance.getProcessDefinitionKey(),
        instance.getStartTime().toInstant(),
        instant(instance.getEndTime()),
        variables);
  }

  private static String text(HistoricVariableInstance variable) {
    return variable.getValue() == null ? null : String.valueOf(variable.getValue());
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }
}
