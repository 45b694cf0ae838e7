package com.customerfocus.cascade;

import com.customerfocus.support.InvalidInputException;

/** What somebody entered cannot be taken. The message is theirs to read and says what to do. */
public class Refused extends InvalidInputException {

  Refused(String message) {
    super(message);
  }
}
