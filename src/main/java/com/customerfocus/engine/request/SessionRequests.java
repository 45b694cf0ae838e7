package com.customerfocus.engine.request;

import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * An address of ours below {@code /camunda/api/} that forms in Tasklist and pages in Cockpit ask
 * with the login of the browser, and who may ask it. The room of the {@link SessionController}
 * makes it a bean; what none declares is refused. Administrators may ask all of them.
 *
 * <p>The body of a POST or PUT is a JSON object, or a form with files where {@link #withFiles}
 * declares it; the page sends the token against forged requests ({@code X-XSRF-TOKEN}).
 *
 * @param method GET, POST or PUT
 * @param path as in the mapping of the controller
 * @param inCockpit whether only people who may open Cockpit may ask
 * @param groups ids of groups, one of which a person must be in; none for all of them
 * @param files most bytes of a multipart request; 0 for none
 */
public record SessionRequests(
    HttpMethod method, PathPattern path, boolean inCockpit, Set<String> groups, DataSize files) {

  /** First segments of the web applications' own addresses. */
  private static final Set<String> OF_CAMUNDA =
      Set.of("engine", "admin", "cockpit", "tasklist", "welcome");

  private static final Set<HttpMethod> METHODS =
      Set.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT);

  /** Larger ones without a length would be read before the login is checked. */
  private static final DataSize MOST_FILES = DataSize.ofMegabytes(20);

  public SessionRequests {
    groups = Set.copyOf(groups);
    var segments = path.getPatternString().split("/");
    if (!path.getPatternString().startsWith(RequestGuard.API)
        || segments.length < 4
        || !segments[3].matches("[a-z-]+")
        || OF_CAMUNDA.contains(segments[3])) {
      throw new IllegalArgumentException("\"%s\" is no address for a room".formatted(path));
    }
    if (!METHODS.contains(method)) {
      throw new IllegalArgumentException("%s is no method of a page".formatted(method));
    }
    if (files.compareTo(MOST_FILES) > 0) {
      throw new IllegalArgumentException("%s of files are too many".formatted(files));
    }
  }

  /**
   * Everyone with a login may ask; the controller decides what each of them sees.
   *
   * @param path such as {@code /camunda/api/attachments/{id}}
   */
  public static SessionRequests inTasklist(HttpMethod method, String path) {
    return new SessionRequests(
        method,
        PathPatternParser.defaultInstance.parse(path),
        false,
        Set.of(),
        DataSize.ofBytes(0));
  }

  /** People who may open Cockpit may ask. */
  public static SessionRequests inCockpit(HttpMethod method, String path) {
    return new SessionRequests(
        method, PathPatternParser.defaultInstance.parse(path), true, Set.of(), DataSize.ofBytes(0));
  }

  /** Only members of one of these groups may ask. */
  public SessionRequests onlyFor(String... groups) {
    return new SessionRequests(method, path, inCockpit, Set.of(groups), files);
  }

  /**
   * Files may be sent, too, as {@code multipart/form-data}.
   *
   * @param most of the whole request, at most 20 MB; larger ones are answered with 413
   */
  public SessionRequests withFiles(DataSize most) {
    return new SessionRequests(method, path, inCockpit, groups, most);
  }
}
