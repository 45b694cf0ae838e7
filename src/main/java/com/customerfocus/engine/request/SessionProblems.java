package com.customerfocus.engine.request;

import com.customerfocus.access.NotAllowedException;
import com.customerfocus.database.DatabaseFailures;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import com.customerfocus.support.WithoutMessages;
import jakarta.ws.rs.ClientErrorException;
import org.camunda.bpm.engine.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;

/**
 * Answers failures of {@link SessionController}s in the web interface's error format, which its
 * pages show.
 */
@RestControllerAdvice(annotations = SessionController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class SessionProblems {

  private static final Logger LOG = LoggerFactory.getLogger(SessionProblems.class);

  /**
   * The web interface's error format.
   *
   * @param type kind of error
   * @param message for the reader
   */
  record Problem(String type, String message) {

    static Problem refused(String message) {
      return new Problem("RequestRefused", message);
    }
  }

  @ExceptionHandler
  ResponseEntity<Problem> refused(InvalidInputException refusal) {
    return answer(HttpStatus.BAD_REQUEST, refusal.forTasklist());
  }

  @ExceptionHandler
  ResponseEntity<Problem> refused(NotAllowedException refusal) {
    return answer(HttpStatus.FORBIDDEN, refusal.forTasklist());
  }

  /** The engine was called outside of a transaction and refused: the sentence is for the reader. */
  @ExceptionHandler
  ResponseEntity<Problem> refused(ClientErrorException refusal) {
    return answer(HttpStatusCode.valueOf(refusal.getResponse().getStatus()), refusal.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<Problem> notAllowed(AuthorizationException refusal) {
    return answer(HttpStatus.FORBIDDEN);
  }

  /** The request is not as the controller's method declares it. */
  @ExceptionHandler({
    TypeMismatchException.class,
    HttpMessageNotReadableException.class,
    MultipartException.class
  })
  ResponseEntity<Problem> unreadable() {
    return answer(HttpStatus.BAD_REQUEST);
  }

  /** The connection pool is exhausted. */
  @ExceptionHandler({
    CannotCreateTransactionException.class,
    CannotGetJdbcConnectionException.class
  })
  ResponseEntity<Problem> busy(Exception cause) {
    LOG.warn("A request of a page got no connection to the database: {}", cause.getMessage());
    return answer(HttpStatus.SERVICE_UNAVAILABLE, DatabaseFailures.BUSY.forReader());
  }

  @ExceptionHandler
  ResponseEntity<Problem> failed(Exception cause) {
    if (DatabaseFailures.isAway(cause)) {
      return busy(cause);
    }
    if (DatabaseFailures.isLockedByOthers(cause)) {
      return answer(HttpStatus.CONFLICT, DatabaseFailures.LOCKED.forReader());
    }
    if (cause instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
      return answer(response.getStatusCode());
    }
    LOG.error("A request of a page failed", WithoutMessages.of(cause));
    return answer(HttpStatus.INTERNAL_SERVER_ERROR);
  }

  private static ResponseEntity<Problem> answer(HttpStatusCode status) {
    var key =
        switch (status.value()) {
          case 401 -> "refusal.session.login";
          case 403 -> "refusal.session.group";
          case 404 -> "refusal.session.not-found";
          case 500 -> "refusal.session.failed";
          default -> "refusal.session.request";
        };
    return answer(status, new Sentence(key).forReader());
  }

  private static ResponseEntity<Problem> answer(HttpStatusCode status, String message) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(Problem.refused(message));
  }
}
