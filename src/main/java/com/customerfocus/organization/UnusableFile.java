package com.customerfocus.organization;

import com.customerfocus.support.InvalidInputException;

/** What somebody entered about a file cannot be taken; the message says what to do. */
public class UnusableFile extends InvalidInputException {

  UnusableFile(String message) {
    super(message);
  }
}
