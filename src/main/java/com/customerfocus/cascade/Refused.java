package com.customerfocus.cascade;

/** What somebody entered cannot be taken. The message is theirs to read and says what to do. */
public class Refused extends RuntimeException {

  Refused(String message) {
    super(message);
  }
}
