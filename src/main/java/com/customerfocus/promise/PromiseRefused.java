package com.customerfocus.promise;

/** What somebody entered cannot be taken. The message is theirs to read and says what to do. */
public class PromiseRefused extends RuntimeException {

  PromiseRefused(String message) {
    super(message);
  }
}
