package com.customerfocus.text;

import java.util.List;

/**
 * A changed line of a text.
 *
 * @param before empty where the line is new
 * @param after empty where the line is gone
 */
public record TextChange(List<Piece> before, List<Piece> after) {

  /**
   * A piece of a line.
   *
   * @param changed whether it differs from the other version
   */
  public record Piece(String text, boolean changed) {}
}
