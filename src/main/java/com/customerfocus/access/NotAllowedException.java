package com.customerfocus.access;

/** A person lacks permission for their request. The message is for that person; HTTP status 403. */
public class NotAllowedException extends RuntimeException {

  public NotAllowedException(String message) {
    super(message);
  }
}
