package com.customerfocus.engine.request;

import static com.customerfocus.engine.request.AllowedRequests.Who.ANYONE;
import static com.customerfocus.engine.request.AllowedRequests.Who.COCKPIT;
import static com.customerfocus.engine.request.AllowedRequests.Who.LOGGED_IN;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Requests that Tasklist, Cockpit and the page for the own password send, recorded in the browser.
 * Only these are accepted from people who are no administrators; the engine's authorizations decide
 * what they may see and do with them.
 */
final class AllowedRequests {

  /** Who may send a request. */
  enum Who {
    /** Also without a login. */
    ANYONE,
    LOGGED_IN,
    /** People who may open Cockpit. */
    COCKPIT
  }

  /** Permitted content of a request. */
  enum Content {
    /** All that the engine's interface reads, except expressions. */
    ANY,
    /** The fields of a form. */
    FORM_FIELDS,
    /** The sender claims a task. */
    CLAIM,
    /** A new password, and the sender's current one. */
    CREDENTIALS,
    /** A number of retries. */
    RETRIES,
    /** A search for the sender's groups. */
    OWN_GROUPS,
    /** A search for groups, except by member. */
    GROUPS,
    /** A search for people by their ids. */
    PEOPLE_BY_ID
  }

  /**
   * @param path segments; {@code *} matches one, {@code **} at the end any number, {@code {me}} the
   *     sender's id
   */
  record Allowed(Who who, Set<String> methods, List<String> path, Content content) {

    private boolean matches(String method, List<String> segments, String user) {
      if (!methods.contains(method)) {
        return false;
      }
      var open = path.get(path.size() - 1).equals("**");
      var fixed = open ? path.subList(0, path.size() - 1) : path;
      if (open ? segments.size() <= fixed.size() : segments.size() != fixed.size()) {
        return false;
      }
      for (var i = 0; i < fixed.size(); i++) {
        var expected = fixed.get(i).equals("{me}") ? user : fixed.get(i);
        if (!"*".equals(expected) && !segments.get(i).equals(expected)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final String ENGINE = "engine/engine/default/";
  private static final String BASE = "cockpit/plugin/base/default/";

  private static final List<Allowed> ALL =
      List.of(
          // Every page, before and after the login.
          read(ANYONE, "engine/engine"),
          read(ANYONE, "admin/auth/user/default"),
          post(ANYONE, "admin/auth/user/default/login/*", Content.ANY),
          post(ANYONE, "admin/auth/user/default/logout", Content.ANY),
          read(ANYONE, "*/plugin/*/static/**"),
          // The sender and the own password.
          read(LOGGED_IN, ENGINE + "user/{me}/profile"),
          put(LOGGED_IN, ENGINE + "user/{me}/credentials", Content.CREDENTIALS),
          read(LOGGED_IN, ENGINE + "identity/password-policy"),
          post(LOGGED_IN, ENGINE + "identity/password-policy", Content.ANY),
          read(LOGGED_IN, ENGINE + "authorization/check"),
          read(LOGGED_IN, ENGINE + "group", Content.OWN_GROUPS),
          read(LOGGED_IN, ENGINE + "group/count", Content.OWN_GROUPS),
          post(LOGGED_IN, ENGINE + "group", Content.OWN_GROUPS),
          // Tasklist: filters and tasks.
          read(LOGGED_IN, ENGINE + "filter"),
          // Permission to create filters.
          new Allowed(LOGGED_IN, Set.of("OPTIONS"), segments(ENGINE + "filter"), Content.ANY),
          read(LOGGED_IN, ENGINE + "filter/count"),
          read(LOGGED_IN, ENGINE + "filter/*"),
          read(LOGGED_IN, ENGINE + "filter/*/list"),
          read(LOGGED_IN, ENGINE + "filter/*/count"),
          post(LOGGED_IN, ENGINE + "filter/*/list", Content.ANY),
          post(LOGGED_IN, ENGINE + "filter/*/count", Content.ANY),
          read(LOGGED_IN, ENGINE + "task"),
          read(LOGGED_IN, ENGINE + "task/count"),
          post(LOGGED_IN, ENGINE + "task", Content.ANY),
          post(LOGGED_IN, ENGINE + "task/count", Content.ANY),
          read(LOGGED_IN, ENGINE + "task/*"),
          read(LOGGED_IN, ENGINE + "task/*/form"),
          read(LOGGED_IN, ENGINE + "task/*/form-variables"),
          read(LOGGED_IN, ENGINE + "task/*/deployed-form"),
          read(LOGGED_IN, ENGINE + "task/*/identity-links"),
          read(LOGGED_IN, ENGINE + "task/*/comment"),
          post(LOGGED_IN, ENGINE + "task/*/claim", Content.CLAIM),
          post(LOGGED_IN, ENGINE + "task/*/submit-form", Content.FORM_FIELDS),
          post(LOGGED_IN, ENGINE + "task/*/complete", Content.FORM_FIELDS),
          read(LOGGED_IN, ENGINE + "history/user-operation"),
          read(LOGGED_IN, ENGINE + "history/user-operation/count"),
          // Tasklist: processes to start.
          read(LOGGED_IN, ENGINE + "process-definition"),
          read(LOGGED_IN, ENGINE + "process-definition/count"),
          read(LOGGED_IN, ENGINE + "process-definition/*"),
          read(LOGGED_IN, ENGINE + "process-definition/*/xml"),
          read(LOGGED_IN, ENGINE + "process-definition/*/startForm"),
          read(LOGGED_IN, ENGINE + "process-definition/*/form-variables"),
          read(LOGGED_IN, ENGINE + "process-definition/*/deployed-start-form"),
          read(LOGGED_IN, ENGINE + "process-definition/key/*"),
          read(LOGGED_IN, ENGINE + "process-definition/key/*/xml"),
          post(LOGGED_IN, ENGINE + "process-definition/*/submit-form", Content.FORM_FIELDS),
          post(LOGGED_IN, ENGINE + "process-definition/key/*/submit-form", Content.FORM_FIELDS),
          // Cockpit: reading.
          read(COCKPIT, BASE + "**"),
          post(COCKPIT, BASE + "**", Content.ANY),
          read(COCKPIT, ENGINE + "process-definition/**"),
          read(COCKPIT, ENGINE + "process-instance/**"),
          read(COCKPIT, ENGINE + "process-instance"),
          read(COCKPIT, ENGINE + "variable-instance"),
          read(COCKPIT, ENGINE + "variable-instance/**"),
          read(COCKPIT, ENGINE + "execution/**"),
          read(COCKPIT, ENGINE + "incident"),
          read(COCKPIT, ENGINE + "incident/**"),
          read(COCKPIT, ENGINE + "job"),
          read(COCKPIT, ENGINE + "job/**"),
          read(COCKPIT, ENGINE + "job-definition"),
          read(COCKPIT, ENGINE + "job-definition/**"),
          read(COCKPIT, ENGINE + "external-task"),
          read(COCKPIT, ENGINE + "external-task/**"),
          read(COCKPIT, ENGINE + "deployment"),
          read(COCKPIT, ENGINE + "deployment/**"),
          read(COCKPIT, ENGINE + "decision-definition"),
          read(COCKPIT, ENGINE + "decision-definition/**"),
          read(COCKPIT, ENGINE + "decision-requirements-definition"),
          read(COCKPIT, ENGINE + "decision-requirements-definition/**"),
          read(COCKPIT, ENGINE + "case-definition"),
          read(COCKPIT, ENGINE + "case-definition/**"),
          read(COCKPIT, ENGINE + "batch"),
          read(COCKPIT, ENGINE + "batch/**"),
          read(COCKPIT, ENGINE + "task/report/**"),
          read(COCKPIT, ENGINE + "history/**"),
          read(COCKPIT, ENGINE + "user", Content.PEOPLE_BY_ID),
          read(COCKPIT, ENGINE + "user/*/profile"),
          post(COCKPIT, ENGINE + "group", Content.GROUPS),
          post(COCKPIT, ENGINE + "process-instance", Content.ANY),
          post(COCKPIT, ENGINE + "process-instance/count", Content.ANY),
          post(COCKPIT, ENGINE + "variable-instance", Content.ANY),
          post(COCKPIT, ENGINE + "variable-instance/count", Content.ANY),
          post(COCKPIT, ENGINE + "execution", Content.ANY),
          post(COCKPIT, ENGINE + "execution/count", Content.ANY),
          post(COCKPIT, ENGINE + "job", Content.ANY),
          post(COCKPIT, ENGINE + "job/count", Content.ANY),
          post(COCKPIT, ENGINE + "job-definition", Content.ANY),
          post(COCKPIT, ENGINE + "job-definition/count", Content.ANY),
          post(COCKPIT, ENGINE + "external-task", Content.ANY),
          post(COCKPIT, ENGINE + "external-task/count", Content.ANY),
          post(COCKPIT, ENGINE + "history/process-instance", Content.ANY),
          post(COCKPIT, ENGINE + "history/process-instance/count", Content.ANY),
          post(COCKPIT, ENGINE + "history/activity-instance", Content.ANY),
          post(COCKPIT, ENGINE + "history/activity-instance/count", Content.ANY),
          post(COCKPIT, ENGINE + "history/task", Content.ANY),
          post(COCKPIT, ENGINE + "history/task/count", Content.ANY),
          post(COCKPIT, ENGINE + "history/variable-instance", Content.ANY),
          post(COCKPIT, ENGINE + "history/variable-instance/count", Content.ANY),
          post(COCKPIT, ENGINE + "history/job-log", Content.ANY),
          post(COCKPIT, ENGINE + "history/job-log/count", Content.ANY),
          // Cockpit: retries of failed jobs.
          put(COCKPIT, ENGINE + "job/*/retries", Content.RETRIES),
          put(COCKPIT, ENGINE + "job-definition/*/retries", Content.RETRIES));

  private AllowedRequests() {}

  /**
   * Rules for this request.
   *
   * @param path below {@code /camunda/api/}, decoded
   */
  static List<Allowed> find(String method, String path, String user) {
    var segments = Arrays.stream(path.split("/")).toList();
    return ALL.stream().filter(allowed -> allowed.matches(method, segments, user)).toList();
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/"));
  }

  private static Allowed read(Who who, String path) {
    return read(who, path, Content.ANY);
  }

  private static Allowed read(Who who, String path, Content content) {
    return new Allowed(who, Set.of("GET"), segments(path), content);
  }

  private static Allowed post(Who who, String path, Content content) {
    return new Allowed(who, Set.of("POST"), segments(path), content);
  }

  private static Allowed put(Who who, String path, Content content) {
    return new Allowed(who, Set.of("PUT"), segments(path), content);
  }
}
