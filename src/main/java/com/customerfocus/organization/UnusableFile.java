package com.customerfocus.organization;

/** What somebody entered about a file cannot be taken; the message says what to do. */
public class UnusableFile extends RuntimeException {

  UnusableFile(String message) {
    super(message);
  }
}
