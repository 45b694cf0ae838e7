package com.customerfocus.engine.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeployedStartFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Fields of the forms deployed with a model. A deployment never changes, so each node reads each
 * form of a model version once.
 */
class DeployedForms {

  private final Map<String, FormFields> known = new ConcurrentHashMap<>();

  FormFields ofTask(CommandContext context, TaskEntity task) {
    if (task.getProcessDefinitionId() == null) {
      return FormFields.NONE;
    }
    return find(
        task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey(),
        context,
        new GetDeployedTaskFormCmd(task.getId()));
  }

  FormFields ofStart(CommandContext context, String processDefinitionId) {
    return find(processDefinitionId, context, new GetDeployedStartFormCmd(processDefinitionId));
  }

  /** Two threads may read the same form: neither waits for the other's query. */
  private FormFields find(String key, CommandContext context, Command<InputStream> form) {
    var fields = known.get(key);
    if (fields == null) {
      fields = read(context, form);
      known.put(key, fields);
    }
    return fields;
  }

  private static FormFields read(CommandContext context, Command<InputStream> form) {
    try (var content = context.runWithoutAuthorization(form)) {
      return FormFields.read(content.readAllBytes());
    } catch (BadUserRequestException e) {
      // The element has no form.
      return FormFields.NONE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
