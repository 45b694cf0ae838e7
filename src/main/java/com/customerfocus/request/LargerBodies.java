package com.customerfocus.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.ToLongFunction;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.util.unit.DataSize;

/**
 * A larger body limit for some requests, declared as a bean by the capability that reads them. The
 * limit is determined before the login is checked: where it depends on the login, {@code most} has
 * to find the user itself.
 *
 * @param requests matches the requests
 * @param most bytes that the body may have; called only for bodies above the usual limit or without
 *     a Content-Length
 */
public record LargerBodies(RequestMatcher requests, ToLongFunction<HttpServletRequest> most) {

  /** One limit for an address. */
  public static LargerBodies at(HttpMethod method, String pattern, DataSize most) {
    return new LargerBodies(
        PathPatternRequestMatcher.withDefaults().matcher(method, pattern),
        request -> most.toBytes());
  }

  /** A limit for an address that depends on the request. */
  public static LargerBodies at(String pattern, ToLongFunction<HttpServletRequest> most) {
    return new LargerBodies(PathPatternRequestMatcher.withDefaults().matcher(pattern), most);
  }
}
