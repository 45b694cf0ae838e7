package com.customerfocus.engine.authorization;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import com.customerfocus.access.Groups;
import com.customerfocus.engine.authorization.SeededAuthorizations.Seed;
import com.customerfocus.engine.identity.EngineAccounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.springframework.stereotype.Component;

/**
 * Groups that models and endpoints name, and their default authorizations. Each is granted once and
 * remembered in {@code seeded_grant}: one that an administrator revoked stays revoked, and those
 * that a new version adds are granted at its first start. {@code TaskAuthorizations} grants the
 * rights to single tasks.
 */
@Component
class DefaultAuthorizations {

  private static final Map<String, String> GROUPS =
      Map.of(
          Groups.SENIOR_OFFICERS, "Senior officers",
          Groups.COMMUNICATIONS, "Communications",
          Groups.MANAGERS, "Managers",
          Groups.PROCESS_OWNERS, "Process owners",
          Groups.FRONT_LINE, "Front line",
          Groups.ADMINISTRATORS, "Administrators");

  /**
   * The administrators' own authorizations. They are restored at each start, so that a mistaken
   * change locks administrators out only until the next restart.
   */
  private static final Set<Resources> WAY_BACK =
      Set.of(Resources.APPLICATION, Resources.AUTHORIZATION);

  private final AuthorizationService authorizations;
  private final EngineAccounts accounts;
  private final SeededAuthorizations seeded;
  private final List<StartAuthorization> starts;

  DefaultAuthorizations(
      AuthorizationService authorizations,
      EngineAccounts accounts,
      SeededAuthorizations seeded,
      List<StartAuthorization> starts) {
    this.authorizations = authorizations;
    this.accounts = accounts;
    this.seeded = seeded;
    this.starts = starts;
  }

  /** Requires a transaction with a lock against other nodes. */
  void ensure() {
    accounts.saveGroups(GROUPS);
    var known = seeded.all();
    grants().forEach(grant -> ensure(grant, known));
  }

  private List<Grant> grants() {
    var grants = new ArrayList<Grant>();
    grants.addAll(
        List.of(
            everyone(Resources.APPLICATION, "tasklist", Permissions.ACCESS),
            // Names of people and groups in Tasklist, and diagrams of processes.
            everyone(Resources.USER, ANY, Permissions.READ),
            everyone(Resources.GROUP, ANY, Permissions.READ),
            everyone(Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ)));
    for (var start : starts) {
      grants.add(
          grant(
              start.audience(),
              Resources.PROCESS_DEFINITION,
              start.process(),
              ProcessDefinitionPermissions.READ,
              ProcessDefinitionPermissions.CREATE_INSTANCE));
    }
    // The authorization of each process definition decides which ones.
    starts.stream()
        .map(StartAuthorization::audience)
        .distinct()
        .filter(audience -> !audience.equals(Groups.ADMINISTRATORS))
        .map(
            audience ->
                grant(audience, Resources.PROCESS_INSTANCE, ANY, ProcessInstancePermissions.CREATE))
        .forEach(grants::add);
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
      grants.add(grant(Groups.ADMINISTRATORS, resource, ANY, Permissions.ALL));
    }
    return grants;
  }

  private void ensure(Grant grant, Set<Seed> known) {
    var missing =
        grant.permissions().stream()
            .filter(permission -> !known.contains(grant.seed(permission)))
            .toList();
    if (!missing.isEmpty()) {
      give(grant, missing);
      seeded.remember(missing.stream().map(grant::seed).toList());
    } else if (grant.isWayBack()) {
      give(grant, grant.permissions());
    }
  }

  private void give(Grant grant, List<Permission> permissions) {
    var existing = existing(grant);
    if (existing != null && permissions.stream().allMatch(existing::isPermissionGranted)) {
      return;
    }
    var authorization = existing == null ? created(grant) : existing;
    permissions.forEach(authorization::addPermission);
    authorizations.saveAuthorization(authorization);
  }

  private Authorization existing(Grant grant) {
    var query =
        authorizations
            .createAuthorizationQuery()
            .authorizationType(grant.type())
            .resourceType(grant.resource())
            .resourceId(grant.id());
    return (grant.isForEveryone() ? query.userIdIn(ANY) : query.groupIdIn(grant.audience()))
        .singleResult();
  }

  private Authorization created(Grant grant) {
    var authorization = authorizations.createNewAuthorization(grant.type());
    if (!grant.isForEveryone()) {
      authorization.setGroupId(grant.audience());
    }
    authorization.setResource(grant.resource());
    authorization.setResourceId(grant.id());
    return authorization;
  }

  private static Grant everyone(Resources resource, String id, Permission... permissions) {
    return grant(ANY, resource, id, permissions);
  }

  private static Grant processOwners(Resources resource, String id, Permission... permissions) {
    return grant(Groups.PROCESS_OWNERS, resource, id, permissions);
  }

  private static Grant grant(
      String audience, Resources resource, String id, Permission... permissions) {
    return new Grant(audience, resource, id, List.of(permissions));
  }

  private record Grant(
      String audience, Resources resource, String id, List<Permission> permissions) {

    boolean isForEveryone() {
      return audience.equals(ANY);
    }

    int type() {
      return isForEveryone() ? AUTH_TYPE_GLOBAL : AUTH_TYPE_GRANT;
    }

    boolean isWayBack() {
      return audience.equals(Groups.ADMINISTRATORS) && WAY_BACK.contains(resource);
    }

    Seed seed(Permission permission) {
      return new Seed(audience, resource.name(), id, permission.getName());
    }
  }
}
