package com.customerfocus.access;

import com.customerfocus.support.RefusalException;
import com.customerfocus.support.Sentence;
import java.util.List;

/** A person asked for what is not theirs to do; over HTTP it is answered with status 403. */
public class NotAllowedException extends RefusalException {

  /**
   * @param key in messages.properties
   */
  public NotAllowedException(String key) {
    super(List.of(new Sentence(key)), null);
  }
}
