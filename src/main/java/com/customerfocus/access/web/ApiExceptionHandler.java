package com.customerfocus.access.web;

import com.customerfocus.access.NotAllowedException;
import com.customerfocus.database.DatabaseFailures;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.WithoutMessages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/**
 * Turns unexpected exceptions in the API into problem details. Spring answers its own exceptions
 * with the texts of {@code problemDetail} in messages.properties.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class ApiExceptionHandler {

  static final String BUSY =
      "The program is too busy to answer at this moment, and did nothing. Try again in half a"
          + " minute.";

  /** Value of the Retry-After header. */
  static final String SECONDS_LATER = "30";

  private static final Logger LOG = LoggerFactory.getLogger(ApiExceptionHandler.class);

  /** The connection pool is exhausted, or the database is away. */
  @ExceptionHandler({
    CannotCreateTransactionException.class,
    CannotGetJdbcConnectionException.class
  })
  ResponseEntity<ProblemDetail> busy(Exception cause) {
    LOG.warn("A request of the API got no connection to the database: {}", cause.getMessage());
    var problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, BUSY);
    return ResponseEntity.of(problem).header(HttpHeaders.RETRY_AFTER, SECONDS_LATER).build();
  }

  @ExceptionHandler
  ProblemDetail refused(InvalidInputException cause) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, cause.forReader());
  }

  @ExceptionHandler
  ProblemDetail refused(NotAllowedException cause) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, cause.forReader());
  }

  /** The client broke off, or its parts are none. */
  @ExceptionHandler
  ProblemDetail unreadable(MultipartException cause) {
    LOG.info("A file could not be read to its end: {}", cause.getMessage());
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST,
        "The parts of the request cannot be read to their end. Send the file again as"
            + " multipart/form-data.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unexpected(Exception cause) {
    if (DatabaseFailures.isAway(cause)) {
      return busy(cause);
    }
    LOG.error("A request of the API failed", WithoutMessages.of(cause));
    return ResponseEntity.of(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong on our side. Try again; if it stays so, tell an administrator"
                    + " when it happened: the program's log says more."))
        .build();
  }
}
