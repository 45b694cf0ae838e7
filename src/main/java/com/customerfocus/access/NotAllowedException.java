package com.customerfocus.access;

/**
 * A person asked for what is not theirs to do. The message is for that person; over HTTP it is
 * answered with status 403.
 */
public class NotAllowedException extends RuntimeException {

  public NotAllowedException(String message) {
    super(message);
  }
}
