package com.customerfocus.customercase.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.customercase.CaseMoves.Move;
import com.customerfocus.customercase.CaseMoves.Place;
import com.customerfocus.organization.absence.Absence;
import com.customerfocus.organization.absence.Substitution;
import com.customerfocus.organization.absence.Substitution.As;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who owns the cases of Óscar, who is away or has left. */
class HeirsTests {

  private static final Place CASE = new Place(7, "oscar");
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Absence ABSENCE =
      new Absence(
          1,
          "oscar",
          LocalDate.parse("2026-03-02"),
          LocalDate.parse("2026-03-06"),
          NOW,
          NOW.plusSeconds(1),
          null,
          null);

  @ParameterizedTest(name = "left {0}, acting {1}, in charge up the line {2}: {3}")
  @CsvSource({
    "false, luis, boss, luis",
    "true,  olga, boss, olga",
    "true,  ,     boss, boss",
    "false, ,     boss, ",
    "true,  ,     ,     ",
  })
  void theOneWhoActsOwnsTheCase(boolean left, String acting, String inCharge, String owner) {
    var substitution =
        new Substitution(
            "oscar",
            "Óscar",
            left ? null : ABSENCE,
            acting,
            acting,
            List.of("Óscar"),
            acting == null ? As.NONE : As.DEPUTY,
            List.of());
    var heirs = new Heirs(Map.of("oscar", substitution), person -> Optional.ofNullable(inCharge));

    assertThat(heirs.moves(List.of(CASE)))
        .isEqualTo(owner == null ? List.of() : List.of(new Move(CASE, owner)));
  }

  @Test
  void anOwnerWhoIsThereKeepsTheCase() {
    assertThat(new Heirs(Map.of(), person -> Optional.of("boss")).moves(List.of(CASE))).isEmpty();
  }
}
