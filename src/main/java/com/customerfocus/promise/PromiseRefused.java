package com.customerfocus.promise;

import com.customerfocus.support.InvalidInputException;

/** What somebody entered cannot be taken. The message is theirs to read and says what to do. */
public class PromiseRefused extends InvalidInputException {

  PromiseRefused(String message) {
    super(message);
  }
}
