package com.customerfocus.support;

/**
 * What a person sent cannot be taken. The message is for that person and says what to do; over HTTP
 * it is answered with status 400.
 */
public class InvalidInputException extends RuntimeException {

  public InvalidInputException(String message) {
    super(message);
  }

  public InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
