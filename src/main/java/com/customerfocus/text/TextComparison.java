package com.customerfocus.text;

import com.customerfocus.support.Texts;
import com.customerfocus.text.TextChange.Piece;
import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Differences of two versions of a text, line by line; within an edited line word by word. Equal
 * lines are left out.
 */
public final class TextComparison {

  private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{N}\\p{M}]+|.");

  /** Lines with less in common are shown as a whole: single marked words would be confusing. */
  private static final double ALIKE = 0.4;

  private TextComparison() {}

  /**
   * @param before plain text, or null
   * @param after plain text, or null
   */
  public static List<TextChange> of(String before, String after) {
    var was = lines(before);
    var is = lines(after);
    var difference = Difference.of(was, is);
    var changes = new ArrayList<TextChange>();
    for (int i = 0, j = 0; i < was.size() || j < is.size(); i++, j++) {
      var gone = was.subList(i, difference.gone().nextClearBit(i));
      var come = is.subList(j, difference.come().nextClearBit(j));
      for (var k = 0; k < Math.max(gone.size(), come.size()); k++) {
        changes.add(
            change(k < gone.size() ? gone.get(k) : null, k < come.size() ? come.get(k) : null));
      }
      i += gone.size();
      j += come.size();
    }
    return changes;
  }

  /** Pieces of each line that are missing in the other. */
  private record Difference(BitSet gone, BitSet come) {

    public static Difference of(List<String> before, List<String> after) {
      var difference = new Difference(new BitSet(), new BitSet());
      for (var delta :
          DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<String>()).getDeltas()) {
        mark(difference.gone, delta.getSource());
        mark(difference.come, delta.getTarget());
      }
      return difference;
    }

    private static void mark(BitSet parts, Chunk<String> chunk) {
      parts.set(chunk.getPosition(), chunk.getPosition() + chunk.size());
    }
  }

  private static List<String> lines(String text) {
    return text == null
        ? List.of()
        : text.lines().map(Texts::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static TextChange change(String before, String after) {
    if (before == null || after == null) {
      return new TextChange(whole(before), whole(after));
    }
    var was = words(before);
    var is = words(after);
    var difference = Difference.of(was, is);
    var kept = was.size() - difference.gone().cardinality();
    return kept < ALIKE * Math.max(was.size(), is.size())
        ? new TextChange(whole(before), whole(after))
        : new TextChange(pieces(was, difference.gone()), pieces(is, difference.come()));
  }

  private static List<Piece> whole(String line) {
    return line == null ? List.of() : List.of(new Piece(line, false));
  }

  private static List<String> words(String line) {
    return WORD.matcher(line).results().map(result -> result.group()).toList();
  }

  /** Joins adjacent words to as few pieces as possible. */
  private static List<Piece> pieces(List<String> words, BitSet changed) {
    for (var i = 1; i < words.size() - 1; i++) {
      if (Texts.isBlank(words.get(i)) && changed.get(i - 1) && changed.get(i + 1)) {
        changed.set(i);
      }
    }
    var pieces = new ArrayList<Piece>();
    for (var from = 0; from < words.size(); ) {
      var mark = changed.get(from);
      var end = mark ? changed.nextClearBit(from) : changed.nextSetBit(from);
      var to = end < 0 ? words.size() : Math.min(end, words.size());
      pieces.add(new Piece(String.join("", words.subList(from, to)), mark));
      from = to;
    }
    return pieces;
  }
}
