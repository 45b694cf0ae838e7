package com.customerfocus.text;

import java.util.List;

/**
 * One line of a text as it was and as it is now.
 *
 * @param before empty where the line is new
 * @param after empty where the line is gone
 */
public record TextChange(List<Piece> before, List<Piece> after) {

  /**
   * Some words of a line.
   *
   * @param changed whether they are what makes the difference
   */
  public record Piece(String text, boolean changed) {}
}
