package com.customerfocus.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.customerfocus.text.TextChange.Piece;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextComparisonTests {

  /** Changed words stand in brackets; lines are parted by a slash. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -                         | -                         | ''
          One                       | One                       | ''
          One / Two                 | One /  / Two              | ''
          -                         | One                       | ' -> One'
          One                       | -                         | 'One -> '
          One / Two                 | One / New / Two           | ' -> New'
          One / Old / Two           | One / Two                 | 'Old -> '
          We call back in 5 days.   | We call back in 2 days.   | 'We call back in [5] days. -> We call back in [2] days.'
          We keep our promises.     | We always keep promises.  | 'We keep [our ]promises. -> We[ always] keep promises.'
          ¡Gracias, señora Núñez!   | ¡Gracias, señor Núñez!    | '¡Gracias, [señora] Núñez! -> ¡Gracias, [señor] Núñez!'
          Ask your manager first.   | Nobody has to.            | 'Ask your manager first. -> Nobody has to.'
          A / B                     | B / A                     | ' -> B + B ->'
          Same / a b c d / z        | Same / a b c e / y        | 'a b c [d] -> a b c [e] + z -> y'
          """)
  void whatDiffersIsShownAndNothingElse(String before, String after, String changes) {
    var found =
        TextComparison.of(lines(before), lines(after)).stream()
            .map(change -> shown(change.before()) + " -> " + shown(change.after()))
            .map(String::strip)
            .collect(Collectors.joining(" + "));
    assertThat(found).isEqualTo(changes.strip());
  }

  @Test
  void longTextsWithNothingInCommonTakeNoTime() {
    var before = words("old", 4_000);
    var after = words("new", 4_000);

    assertTimeout(Duration.ofSeconds(5), () -> TextComparison.of(before, after));

    assertThat(TextComparison.of(before, after)).hasSize(1);
  }

  @Test
  void tagsAndEmojiAreWordsLikeOthers() {
    assertThat(TextComparison.of("Press <b>here</b> 🎉 now", "Press <i>here</i> 🎉 now"))
        .containsExactly(
            new TextChange(
                List.of(
                    new Piece("Press <", false),
                    new Piece("b", true),
                    new Piece(">here</", false),
                    new Piece("b", true),
                    new Piece("> 🎉 now", false)),
                List.of(
                    new Piece("Press <", false),
                    new Piece("i", true),
                    new Piece(">here</", false),
                    new Piece("i", true),
                    new Piece("> 🎉 now", false))));
  }

  private static String lines(String text) {
    return text == null ? null : text.replace("/", "\n");
  }

  private static String words(String word, int count) {
    return IntStream.range(0, count).mapToObj(i -> word + i).collect(Collectors.joining(" "));
  }

  private static String shown(List<Piece> pieces) {
    return pieces.stream()
        .map(piece -> piece.changed() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }
}
