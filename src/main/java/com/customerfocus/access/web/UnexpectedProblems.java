package com.customerfocus.access.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What nobody has foreseen is a problem detail of the API too. What Spring foresees it answers
 * itself, in the words of {@code problemDetail} in messages.properties.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class UnexpectedProblems {

  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedProblems.class);

  @ExceptionHandler
  ProblemDetail unexpected(Exception cause) {
    LOG.error("A request of the API failed", cause);
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong on our side. Try again; if it stays so, tell an administrator when it"
            + " happened: the program's log says more.");
  }
}
