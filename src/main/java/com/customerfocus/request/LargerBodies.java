package com.customerfocus.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.ToLongFunction;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;

/**
 * Requests that may have a larger body than the usual one, declared as a bean by the capability
 * that reads them. The limit is looked up before the login is checked: where it must depend on the
 * login, {@code most} has to find out who that is.
 *
 * @param requests which ones
 * @param most bytes that the body of such a request may have; called for larger ones than usual and
 *     for those that do not say their length
 */
public record LargerBodies(RequestMatcher requests, ToLongFunction<HttpServletRequest> most) {

  /** Requests to one address, the same limit for all. */
  public static LargerBodies at(HttpMethod method, String pattern, DataSize most) {
    return new LargerBodies(
        PathPatternRequestMatcher.withDefaults().matcher(method, pattern),
        request -> most.toBytes());
  }

  /** Requests to one address, by a limit that depends on who sends them. */
  public static LargerBodies at(String pattern, ToLongFunction<HttpServletRequest> most) {
    return new LargerBodies(PathPatternRequestMatcher.withDefaults().matcher(pattern), most);
  }
}
