package com.customerfocus.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import com.customerfocus.access.Groups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.stereotype.Component;

/**
 * The groups that models and endpoints name and what each may do, made at start where missing; what
 * an administrator changed of them stays. What concerns single tasks is granted by the engine, to
 * the assignee and to the candidate groups.
 */
@Component
class StandingRights {

  private static final Map<String, String> GROUPS =
      Map.of(
          Groups.SENIOR_OFFICERS, "Senior officers",
          Groups.COMMUNICATIONS, "Communications",
          Groups.MANAGERS, "Managers",
          Groups.PROCESS_OWNERS, "Process owners",
          Groups.ADMINISTRATORS, "Administrators");

  private static final List<Grant> GRANTS = grants();

  private final AuthorizationService authorizations;
  private final EngineAccounts accounts;

  StandingRights(AuthorizationService authorizations, EngineAccounts accounts) {
    this.authorizations = authorizations;
    this.accounts = accounts;
  }

  /** Only within a transaction that keeps other nodes from doing the same. */
  void ensure() {
    accounts.saveGroups(GROUPS);
    GRANTS.forEach(this::ensure);
  }

  private static List<Grant> grants() {
    var grants = new ArrayList<Grant>();
    grants.addAll(
        List.of(
            everyone(Resources.APPLICATION, "tasklist", Permissions.ACCESS),
            // Names of people and groups in Tasklist, and what a process looks like.
            everyone(Resources.USER, ANY, Permissions.READ),
            everyone(Resources.GROUP, ANY, Permissions.READ),
            everyone(Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ)));
    grants.addAll(
        List.of(
            // Everyone may say that they are away. Which processes somebody may start, the right to
            // the process decides.
            everyone(
                Resources.PROCESS_DEFINITION,
                "person-absence",
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE),
            everyone(Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE)));
    grants.addAll(
        List.of(
            group(
                Groups.SENIOR_OFFICERS,
                Resources.PROCESS_DEFINITION,
                "memo-cascade",
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE),
            group(
                Groups.SENIOR_OFFICERS,
                Resources.PROCESS_INSTANCE,
                ANY,
                ProcessInstancePermissions.CREATE)));
    grants.addAll(
        List.of(
            processOwners(Resources.APPLICATION, "cockpit", Permissions.ACCESS),
            processOwners(
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.RETRY_JOB),
            processOwners(
                Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY),
            processOwners(Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ),
            processOwners(Resources.DEPLOYMENT, ANY, Permissions.READ),
            processOwners(
                Resources.BATCH,
                ANY,
                BatchPermissions.READ,
                BatchPermissions.READ_HISTORY,
                BatchPermissions.CREATE_BATCH_SET_JOB_RETRIES),
            processOwners(
                Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ)));
    for (var resource : Resources.values()) {
      grants.add(group(Groups.ADMINISTRATORS, resource, ANY, Permissions.ALL));
    }
    return List.copyOf(grants);
  }

  private void ensure(Grant grant) {
    var known =
        authorizations
            .createAuthorizationQuery()
            .authorizationType(grant.type())
            .resourceType(grant.resource())
            .resourceId(grant.id());
    known = grant.group() == null ? known.userIdIn(ANY) : known.groupIdIn(grant.group());
    if (known.count() == 0) {
      var authorization = authorizations.createNewAuthorization(grant.type());
      if (grant.group() != null) {
        authorization.setGroupId(grant.group());
      }
      authorization.setResource(grant.resource());
      authorization.setResourceId(grant.id());
      grant.permissions().forEach(authorization::addPermission);
      authorizations.saveAuthorization(authorization);
    }
  }

  private static Grant everyone(Resource resource, String id, Permission... permissions) {
    return new Grant(AUTH_TYPE_GLOBAL, null, resource, id, List.of(permissions));
  }

  private static Grant group(
      String group, Resource resource, String id, Permission... permissions) {
    return new Grant(AUTH_TYPE_GRANT, group, resource, id, List.of(permissions));
  }

  private static Grant processOwners(Resource resource, String id, Permission... permissions) {
    return group(Groups.PROCESS_OWNERS, resource, id, permissions);
  }

  private record Grant(
      int type, String group, Resource resource, String id, List<Permission> permissions) {}
}
