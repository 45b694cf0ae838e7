package com.customerfocus.cascade.commitment;

import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a manager promises to improve, as entered.
 *
 * @param what one commitment a line; may be empty
 * @param due by when, ISO 8601
 */
public record CommitmentInput(String what, String due) {

  /** What people put before the lines of a list. */
  private static final Pattern BULLET = Pattern.compile("^(?:[-*•–]|\\d{1,2}[.)])\\s+");

  private record Lines(
      @Size(max = 10, message = "refusal.commitment.too-many")
          List<@Size(max = 500, message = "refusal.commitment.too-long") String> lines) {}

  /**
   * The commitments, one by one.
   *
   * @throws InvalidInputException when they are too many or one is too long
   */
  List<String> lines() {
    if (what == null) {
      return List.of();
    }
    var lines =
        what.lines()
            .map(line -> BULLET.matcher(Texts.strip(line)).replaceFirst(""))
            .filter(line -> !Texts.isBlank(line))
            .distinct()
            .toList();
    Inputs.check(new Lines(lines));
    return lines;
  }
}
