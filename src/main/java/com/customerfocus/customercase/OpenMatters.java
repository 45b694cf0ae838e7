package com.customerfocus.customercase;

import com.customerfocus.support.Sentence;
import java.util.List;

/**
 * What keeps a case from being closed or withdrawn, such as an open handoff; a bean of the room
 * that knows it.
 */
public interface OpenMatters {

  /** Each of them in a few words for the owner; none when the case may close. */
  List<Sentence> of(CustomerCase about);

  /** Whether it also keeps another case from taking this one in. */
  default boolean keepsFromJoining() {
    return true;
  }
}
