package com.customerfocus.link.web;

import com.customerfocus.database.DatabaseFailures;
import com.customerfocus.support.WithoutMessages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What the reader of an open page gets when the page fails. */
@ControllerAdvice(annotations = OpenPageController.class)
public class OpenPageFailures {

  private static final Logger LOG = LoggerFactory.getLogger(OpenPageFailures.class);
  private static final String SECONDS_TO_WAIT = "30";

  private final ApologyPages apologies;

  OpenPageFailures(ApologyPages apologies) {
    this.apologies = apologies;
  }

  /** All connections to the database are in use, or it is away. */
  @ExceptionHandler({
    CannotCreateTransactionException.class,
    CannotGetJdbcConnectionException.class
  })
  ModelAndView busy(Exception cause, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    LOG.warn("A page got no connection to the database: {}", cause.getMessage());
    response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
    return apologies.page(request, "busy", HttpStatus.SERVICE_UNAVAILABLE);
  }

  @ExceptionHandler
  ModelAndView trouble(Exception cause, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    if (DatabaseFailures.isAway(cause)) {
      return busy(cause, request, response);
    }
    LOG.error("A page failed", WithoutMessages.of(cause));
    return apologies.page(request, "trouble", HttpStatus.INTERNAL_SERVER_ERROR);
  }
}
