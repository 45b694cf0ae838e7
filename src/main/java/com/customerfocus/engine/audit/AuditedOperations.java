package com.customerfocus.engine.audit;

import com.customerfocus.access.Groups;
import com.customerfocus.access.audit.AuditEntry;
import com.customerfocus.access.audit.AuditTrail;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContext;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContextEntry;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Writes operations of logged-in people to our {@link AuditTrail}: all of an administrator; of
 * other people all except starting a process and working on tasks, which would cost a statement
 * each. Operations of the program itself (jobs, steps of a process) are not recorded.
 *
 * <p>The engine's own operation log does not suffice: administrators may delete its entries, and
 * history cleanup removes those of an instance a year after its start.
 */
public class AuditedOperations extends UserOperationLogManager {

  /** Operations of people working on tasks. */
  private static final Set<String> WORK_ON_TASKS =
      Set.of(
          UserOperationLogEntry.OPERATION_TYPE_CLAIM,
          UserOperationLogEntry.OPERATION_TYPE_COMPLETE,
          UserOperationLogEntry.OPERATION_TYPE_RESOLVE);

  /** Properties whose values may be personal or come from a form. */
  private static final Set<String> WITHOUT_VALUES =
      Set.of("description", "comment", "message", "annotation", "configuration", "value");

  private static final int LONGEST_VALUE = 2_000;

  private final ObjectProvider<AuditTrail> audit;

  private AuditedOperations(ObjectProvider<AuditTrail> audit) {
    this.audit = audit;
  }

  /** Recorded at every history level. */
  @Override
  protected boolean isHistoryEventProduced() {
    return true;
  }

  @Override
  public void logTaskOperations(String operation, TaskEntity task, List<PropertyChange> changes) {
    if (isAdministrator() || !WORK_ON_TASKS.contains(operation)) {
      super.logTaskOperations(operation, task, changes);
    }
  }

  @Override
  public void logProcessInstanceOperation(
      String operation,
      String instanceId,
      String definitionId,
      String process,
      List<PropertyChange> changes,
      String annotation) {
    if (isAdministrator() || !UserOperationLogEntry.OPERATION_TYPE_CREATE.equals(operation)) {
      super.logProcessInstanceOperation(
          operation, instanceId, definitionId, process, changes, annotation);
    }
  }

  /** To ask a decision table changes nothing, and a start form asks one for each department. */
  @Override
  public void logDecisionDefinitionOperation(
      String operation, String tenantId, List<PropertyChange> changes) {
    if (!UserOperationLogEntry.OPERATION_TYPE_EVALUATE.equals(operation)) {
      super.logDecisionDefinitionOperation(operation, tenantId, changes);
    }
  }

  private boolean isAdministrator() {
    var login = getCurrentAuthentication();
    return login != null && Groups.includeAdministrators(login.getGroupIds());
  }

  @Override
  protected void fireUserOperationLog(UserOperationLogContext operation) {
    var user = operation.getUserId() == null ? getAuthenticatedUserId() : operation.getUserId();
    operation.getEntries().forEach(entry -> audit.getObject().record(entry(user, entry)));
  }

  private static AuditEntry entry(String user, UserOperationLogContextEntry entry) {
    return new AuditEntry(
        ClockUtil.getCurrentTime().toInstant(),
        user,
        entry.getOperationType(),
        entry.getEntityType(),
        entry.getTaskId(),
        known(TaskEntity.class, entry.getTaskId()).map(TaskEntity::getName).orElse(null),
        entry.getProcessInstanceId(),
        entry.getProcessDefinitionKey(),
        subject(entry),
        changes(entry));
  }

  private static List<AuditEntry.Change> changes(UserOperationLogContextEntry entry) {
    var changes =
        entry.getPropertyChanges().stream().filter(change -> change.getPropertyName() != null);
    return Stream.concat(name(entry), changes).map(AuditedOperations::change).toList();
  }

  /** Names of deployments and filters, which the engine's log has by id only. */
  private static Stream<PropertyChange> name(UserOperationLogContextEntry entry) {
    var name =
        switch (entry.getEntityType()) {
          case EntityTypes.DEPLOYMENT ->
              known(DeploymentEntity.class, entry.getDeploymentId()).map(DeploymentEntity::getName);
          case EntityTypes.FILTER ->
              known(FilterEntity.class, entry.getPropertyChanges().get(0).getNewValueString())
                  .map(FilterEntity::getName);
          default -> Optional.<String>empty();
        };
    return name.map(word -> new PropertyChange("name", null, word)).stream();
  }

  /** From the command's entity cache, without a query. */
  private static <T extends DbEntity> Optional<T> known(Class<T> type, String id) {
    var entities = Context.getCommandContext().getDbEntityManager().getDbEntityCache();
    return Optional.ofNullable(id).map(known -> entities.get(type, known));
  }

  private static String subject(UserOperationLogContextEntry entry) {
    var deployment =
        EntityTypes.DEPLOYMENT.equals(entry.getEntityType()) ? entry.getDeploymentId() : null;
    return Stream.of(
            entry.getJobId(),
            entry.getJobDefinitionId(),
            entry.getBatchId(),
            entry.getExternalTaskId(),
            deployment,
            entry.getProcessDefinitionId())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static AuditEntry.Change change(PropertyChange change) {
    var name = change.getPropertyName();
    return WITHOUT_VALUES.contains(name)
        ? new AuditEntry.Change(name, null, null)
        : new AuditEntry.Change(name, text(change.getOrgValue()), text(change.getNewValue()));
  }

  private static String text(Object value) {
    if (value == null) {
      return null;
    }
    var text = value instanceof Date date ? date.toInstant().toString() : value.toString();
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE);
  }

  /** Replaces the engine's own manager. */
  public record Factory(ObjectProvider<AuditTrail> audit) implements SessionFactory {

    @Override
    public Class<?> getSessionType() {
      return UserOperationLogManager.class;
    }

    @Override
    public Session openSession() {
      return new AuditedOperations(audit);
    }
  }
}
