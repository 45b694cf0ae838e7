package com.customerfocus.deadline.level;

import java.time.Instant;

/**
 * Both sides have agreed on a moment after the one that the target allows. The clock runs until
 * then; what the target allows stays on record beside it.
 *
 * @param by login of the person for whom it is done and who agreed
 * @param why the step with which that person agreed
 */
public record Agreement(Instant until, String by, String why) {

  Agreement until(Instant other) {
    return new Agreement(other, by, why);
  }
}
