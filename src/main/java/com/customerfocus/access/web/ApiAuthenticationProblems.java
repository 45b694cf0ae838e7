package com.customerfocus.access.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Answers 401 and 403 as a problem detail. */
@Component
class ApiAuthenticationProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final ObjectMapper json;

  ApiAuthenticationProblems(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    if (refused instanceof AuthenticationServiceException) {
      response.setHeader(HttpHeaders.RETRY_AFTER, ApiExceptionHandler.SECONDS_LATER);
      write(request, response, HttpStatus.SERVICE_UNAVAILABLE, ApiExceptionHandler.BUSY);
      return;
    }
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Customer focus\"");
    write(
        request,
        response,
        HttpStatus.UNAUTHORIZED,
        "Log in with HTTP Basic: the id and password you use for Tasklist. After several wrong"
            + " passwords wait a moment, five minutes at most. If you have forgotten yours, the page"
            + " /password sends you a link to set a new one.");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    write(
        request,
        response,
        HttpStatus.FORBIDDEN,
        "Your account is in none of the groups that may do this. Ask an administrator.");
  }

  private void write(
      HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
      throws IOException {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setInstance(URI.create(request.getRequestURI()));
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    json.writeValue(response.getOutputStream(), problem);
  }
}
