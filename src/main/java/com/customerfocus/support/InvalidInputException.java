package com.customerfocus.support;

import java.util.List;

/**
 * What a person sent cannot be taken. The message says what to do; over HTTP it is answered with
 * status 400.
 */
public class InvalidInputException extends RefusalException {

  /**
   * @param key in messages.properties
   * @param arguments what stands at its placeholders
   */
  public InvalidInputException(String key, Object... arguments) {
    this(List.of(new Sentence(key, arguments)));
  }

  public InvalidInputException(List<Sentence> sentences) {
    super(sentences, null);
  }

  public InvalidInputException(Throwable cause, String key, Object... arguments) {
    super(List.of(new Sentence(key, arguments)), cause);
  }
}
