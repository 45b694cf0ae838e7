package com.customerfocus.engine.audit;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.EvaluateStartConditionCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.SignalCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContext;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContextEntry;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContextEntryBuilder;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Records commands that move an instance on and are missing from the engine's own operation log.
 * Stands within the engine's transaction.
 */
public class UnloggedCommands extends CommandInterceptor {

  /** The field in which each command keeps its subject. */
  private static final Map<Class<?>, List<String>> COMMANDS =
      Map.of(
          SignalCmd.class, List.of("executionId", "signalName"),
          SignalEventReceivedCmd.class, List.of("builder.executionId", "builder.signalName"),
          MessageEventReceivedCmd.class, List.of("executionId", "messageName"),
          CorrelateMessageCmd.class, List.of("builder.processInstanceId", "messageName"),
          EvaluateStartConditionCmd.class, List.of("builder.processDefinitionId"),
          HandleTaskBpmnErrorCmd.class, List.of("taskId", "errorCode"),
          HandleTaskEscalationCmd.class, List.of("taskId", "escalationCode"));

  @Override
  public <T> T execute(Command<T> command) {
    var result = next.execute(command);
    var properties = COMMANDS.get(command.getClass());
    if (properties != null) {
      var operation = new UserOperationLogContext();
      operation.addEntry(entry(command, properties));
      Context.getCommandContext().getOperationLogManager().logUserOperations(operation);
    }
    return result;
  }

  private static UserOperationLogContextEntry entry(Command<?> command, List<String> properties) {
    var fields = new DirectFieldAccessor(command);
    var ofTask = properties.contains("taskId");
    var name = command.getClass().getSimpleName();
    var entry =
        UserOperationLogContextEntryBuilder.entry(
                name.substring(0, name.length() - "Cmd".length()),
                ofTask ? EntityTypes.TASK : EntityTypes.PROCESS_INSTANCE)
            .category(UserOperationLogEntry.CATEGORY_OPERATOR)
            .propertyChanges(
                properties.stream()
                    .map(
                        property ->
                            new PropertyChange(
                                property.substring(property.indexOf('.') + 1),
                                null,
                                fields.getPropertyValue(property)))
                    .filter(change -> change.getNewValue() != null)
                    .toList());
    return ofTask
        ? entry.taskId((String) fields.getPropertyValue("taskId")).create()
        : entry.create();
  }
}
