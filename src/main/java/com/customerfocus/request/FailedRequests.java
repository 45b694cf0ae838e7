package com.customerfocus.request;

import com.customerfocus.database.DatabaseFailures;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;

/**
 * Answers requests on which the web applications or the server fail, with one line in the log.
 * Failures of our own code pass on: the server logs them with their stack.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FailedRequests extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(FailedRequests.class);

  private final Refusals refusals;

  FailedRequests(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | IOException | RuntimeException e) {
      if (isGone(e)) {
        LOG.debug("The client did not wait for its answer", e);
      } else if (DatabaseFailures.isAway(e)) {
        busy(request, response);
      } else if (DatabaseFailures.isLockedByOthers(e)) {
        locked(request, response);
      } else if (Faults.isOurs(e)) {
        throw e;
      } else {
        answer(e, request, response);
      }
    }
  }

  private static boolean isGone(Exception failure) {
    return Faults.causes(failure).anyMatch(ClientAbortException.class::isInstance);
  }

  /** The database's own log line has the reason. */
  private void busy(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (!response.isCommitted()) {
      response.reset();
      response.setHeader(HttpHeaders.RETRY_AFTER, "30");
      refusals.write(HttpStatus.SERVICE_UNAVAILABLE, DatabaseFailures.BUSY, request, response);
    }
  }

  /** No failure of the program: the same request succeeds when the others are done. */
  private void locked(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    LOG.info("A {} to /{}/… met the locks of others", request.getMethod(), firstPart(request));
    if (!response.isCommitted()) {
      response.reset();
      refusals.write(HttpStatus.CONFLICT, DatabaseFailures.LOCKED, request, response);
    }
  }

  /** The rest of the address may be a personal link. */
  private static String firstPart(HttpServletRequest request) {
    return request.getRequestURI().split("/", 3)[1];
  }

  private void answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    LOG.warn(
        "A {} to /{}/… failed: {}",
        request.getMethod(),
        firstPart(request),
        Faults.inShort(failure));
    if (!response.isCommitted()) {
      response.reset();
      var status = status(failure);
      refusals.write(status, status.getReasonPhrase() + ".", request, response);
    }
  }

  private static HttpStatus status(Exception failure) {
    if (Faults.causes(failure).anyMatch(FileNotFoundException.class::isInstance)) {
      return HttpStatus.NOT_FOUND;
    }
    if (Faults.causes(failure)
        .anyMatch(
            cause ->
                cause instanceof HttpMessageNotReadableException
                    || cause instanceof MultipartException)) {
      return HttpStatus.BAD_REQUEST;
    }
    return HttpStatus.INTERNAL_SERVER_ERROR;
  }
}
