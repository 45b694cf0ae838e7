package com.customerfocus.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.EscalationPath.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bea briefs the team; above her are Ana, then Max, then Olga, who has launched the memo. */
class EscalationPathTests {

  private static final List<String> LINE = List.of("bea", "ana", "max", "olga");

  @ParameterizedTest(name = "{0} is to brief, asked: {1}, have left: {2}: then {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        // in charge, asked before, have left, next
        "bea , -           , -       , ana",
        "bea , ana         , -       , max",
        "bea , ana max     , -       , olga",
        "bea , ana max olga, -       , -",
        // Managers are not asked about their own lateness, or about that of a manager above.
        "ana , -           , -       , max",
        "max , -           , -       , olga",
        "max , ana         , -       , olga",
        "olga, -           , -       , -",
        // A colleague beside or below has the briefing: the line stays the same.
        "cid , -           , -       , ana",
        "cid , ana         , -       , max",
        // The substitute is late, too.
        "bea ana, -         , -       , max",
        "bea olga, -        , -       , -",
        // Former managers are passed over.
        "bea , -           , ana     , max",
        "bea , -           , ana max , olga",
        "bea , max         , ana olga, -",
        "cid , -           , bea     , ana",
        "bea , -           , bea     , ana",
      })
  void theNextManagerToUnblockTheBriefing(String inCharge, String asked, String left, String next) {
    var line =
        new EscalationPath(
            IntStream.range(0, LINE.size())
                .filter(height -> !names(left).contains(LINE.get(height)))
                .mapToObj(
                    height ->
                        new Level(
                            height,
                            LINE.get(height),
                            null,
                            names(asked).contains(LINE.get(height))))
                .toList(),
            names(inCharge));

    assertThat(line.nextUp().map(Level::managerId).orElse(null)).isEqualTo(next);
    assertThat(line.nextUp().map(line::isTop).orElse(false)).isEqualTo("olga".equals(next));
  }

  private static Set<String> names(String text) {
    return text == null ? Set.of() : Set.copyOf(Arrays.asList(text.split(" ")));
  }
}
