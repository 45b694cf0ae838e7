package com.customerfocus.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses addresses of the web applications that are not in canonical form: encoded, with duplicate
 * slashes or path parameters. Servlets are mapped by the decoded address, some of their guards by
 * the raw one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class PlainAddresses extends OncePerRequestFilter {

  private static final String WEB_APPLICATIONS = "/camunda";

  private final Refusals refusals;

  PlainAddresses(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isPlain(request)) {
      chain.doFilter(request, response);
    } else {
      response.setHeader(HttpHeaders.CONNECTION, "close");
      refusals.write(
          HttpStatus.BAD_REQUEST, "Write the address without encodings.", request, response);
    }
  }

  private static boolean isPlain(HttpServletRequest request) {
    var read = request.getServletPath();
    return !read.startsWith(WEB_APPLICATIONS)
        || request.getRequestURI().startsWith(request.getContextPath() + read)
            && request.getRequestURI().indexOf(';') < 0;
  }
}
