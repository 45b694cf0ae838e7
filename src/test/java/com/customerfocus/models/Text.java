package com.customerfocus.models;

import java.util.ArrayList;
import java.util.List;

/** A text in a drawing and its place. */
record Text(String id, Box box) {

  private static final int CHARACTER = 6;
  private static final int LINE = 14;

  /** Width at which the engine's web applications break labels of events, gateways and flows. */
  private static final int WIDEST_LABEL = 90;

  boolean holds(String words) {
    return sizeOf(words, Math.min(box.width(), WIDEST_LABEL)).fitsInto(box);
  }

  /** The place of these words in the middle of a shape, about five pixels off its sides. */
  static Box inside(Box shape, String words) {
    var size = sizeOf(words, shape.width() - 10);
    return new Box(
        shape.center().x() - size.width / 2.0,
        shape.center().y() - size.height / 2.0,
        size.width,
        size.height);
  }

  private static Size sizeOf(String words, double width) {
    var lines = wrap(words, (int) (width / CHARACTER));
    var longest = lines.stream().mapToInt(String::length).max().orElse(0);
    return new Size(longest * CHARACTER, lines.size() * LINE);
  }

  private static List<String> wrap(String words, int most) {
    var lines = new ArrayList<String>();
    for (var word : words.trim().split("\\s+")) {
      var last = lines.size() - 1;
      if (!lines.isEmpty() && lines.get(last).length() + 1 + word.length() <= most) {
        lines.set(last, lines.get(last) + " " + word);
      } else {
        lines.add(word);
      }
    }
    return lines;
  }

  private record Size(int width, int height) {
    boolean fitsInto(Box box) {
      return width <= box.width() && height <= box.height();
    }
  }
}
