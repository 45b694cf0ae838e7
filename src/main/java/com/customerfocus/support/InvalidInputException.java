package com.customerfocus.support;

/**
 * Input of a person is invalid. The message is for that person and says what to do; HTTP status
 * 400.
 */
public class InvalidInputException extends RuntimeException {

  public InvalidInputException(String message) {
    super(message);
  }

  public InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
