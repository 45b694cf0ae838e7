package com.customerfocus.api;

import com.customerfocus.support.Sentence;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Why the API does not take a request, in the language of that request. */
public final class ApiRefusal {

  private ApiRefusal() {}

  /**
   * What a controller throws.
   *
   * @param key in messages.properties
   * @param args numbers of records as text, so that they are written without separators
   */
  public static ResponseStatusException of(HttpStatus status, String key, Object... args) {
    return new ResponseStatusException(status, new Sentence(key, args).forReader());
  }
}
