package com.customerfocus.cascade.commitment;

import com.customerfocus.support.InvalidInputException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a manager promises to improve, as entered.
 *
 * @param what one commitment a line; may be empty
 * @param due by when, ISO 8601
 */
public record CommitmentInput(String what, String due) {

  private static final int MOST = 10;
  private static final int LONGEST = 500;

  /** What people put before the lines of a list. */
  private static final Pattern BULLET = Pattern.compile("^(?:[-*•–]|\\d{1,2}[.)])\\s+");

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
            .map(line -> BULLET.matcher(line.strip()).replaceFirst(""))
            .filter(line -> !line.isBlank())
            .distinct()
            .toList();
    if (lines.size() > MOST) {
      throw new InvalidInputException(
          "You promise %d things; choose the %d that matter most, one a line."
              .formatted(lines.size(), MOST));
    }
    for (var line : lines) {
      if (line.length() > LONGEST) {
        throw new InvalidInputException(
            "One of your commitments has %d characters; at most %d fit on a line: shorten it."
                .formatted(line.length(), LONGEST));
      }
    }
    return lines;
  }
}
