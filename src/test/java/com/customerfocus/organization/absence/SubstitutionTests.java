package com.customerfocus.organization.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Substitutes on 5 March 2026. Ana is managed by Mia, Mia by Tom, the top; Ben, Cid and Dan are
 * managed by Tom, too.
 */
class SubstitutionTests {

  private static final Instant FIFTH_OF_MARCH = Instant.parse("2026-03-05T10:00:00Z");

  /** Each person is managed by the one after the arrow. */
  private static final Map<String, String> MANAGERS =
      Map.of("Ana", "Mia", "Mia", "Tom", "Ben", "Tom", "Cid", "Tom", "Dan", "Tom");

  /** Columns: people away with their deputy ("-" for none) or left, the substitute, the reason. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ana Ben                         | Ben | Ana is away until 12 March 2026; you are the deputy.
          Ana Ben, Ben Cid                | Cid | Ana is away until 12 March 2026, and so is Ben; you are the deputy of Ben.
          Ana Ben, Ben Cid, Cid Dan       | Dan | Ana is away until 12 March 2026, and so are Ben, Cid; you are the deputy of Cid.
          Ana -                           | Mia | Ana is away until 12 March 2026 and no deputy is there; you are the next manager up who is there.
          Ana Ben, Ben -                  | Mia | Ana is away until 12 March 2026 and no deputy is there; you are the next manager up who is there.
          Ana Ben, Ben left               | Mia | Ana is away until 12 March 2026 and no deputy is there; you are the next manager up who is there.
          Ana Ben, Ben Ana                | Mia | Ana is away until 12 March 2026 and no deputy is there; you are the next manager up who is there.
          Ana Ben, Ben Cid, Cid Ben       | Mia | Ana is away until 12 March 2026 and no deputy is there; you are the next manager up who is there.
          Ana Eve                         | Mia | Ana is away until 12 March 2026 and no deputy is there; you are the next manager up who is there.
          Ana Nobody                      | Mia | Ana is away until 12 March 2026 and no deputy is there; you are the next manager up who is there.
          Ana Mia, Mia Dan                | Dan | Ana is away until 12 March 2026, and so is Mia; you are the deputy of Mia.
          Ana -, Mia Dan                  | Dan | Ana is away until 12 March 2026 and no deputy is there; you are the deputy of Mia.
          Ana -, Mia -                    | Tom | Ana is away until 12 March 2026 and no deputy is there; you are the next manager up who is there.
          Ana -, Mia Ana                  | Tom | Ana is away until 12 March 2026 and no deputy is there; you are the next manager up who is there.
          Ana left                        | Mia | Ana has left; you are the next manager up who is there.
          Ana left, Mia left              | Tom | Ana has left; you are the next manager up who is there.
          Ana left, Mia Cid               | Cid | Ana has left; you are the deputy of Mia.
          Ana -, Mia -, Tom -             |     | Ana is away until 12 March 2026 and no deputy is there, and no manager up to the top.
          Ana Ben, Ben Tom, Mia -, Tom Ana|     | Ana is away until 12 March 2026 and no deputy is there, and no manager up to the top.
          """)
  void theSubstituteActs(String away, String acting, String why) {
    var standIn = Substitution.of("Ana", FIFTH_OF_MARCH, company(away)::get).orElseThrow();

    assertThat(standIn.actingId()).isEqualTo(acting);
    assertThat(standIn.why()).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ana Ben, Ben Ana          | Ana → Ben → Ana
          Ana Ben, Ben Cid, Cid Ben | Ben → Cid → Ben
          Ana Ben, Ben Cid          |
          Ana Ben, Ben -            |
          """)
  void deputiesWhoStandInForEachOtherAreTold(String away, String circle) {
    var standIn = Substitution.of("Ana", FIFTH_OF_MARCH, company(away)::get).orElseThrow();

    assertThat(String.join(" → ", standIn.circle()))
        .isEqualTo(Optional.ofNullable(circle).orElse(""));
  }

  @Test
  void presentAndUnknownPeopleHaveNoSubstitute() {
    assertThat(Substitution.of("Ana", FIFTH_OF_MARCH, company("Ben Cid")::get)).isEmpty();
    assertThat(Substitution.of("Robot", FIFTH_OF_MARCH, company("Ben Cid")::get)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T23:59:59Z, false",
    "2026-03-02T00:00:00Z, true",
    "2026-03-12T23:59:59Z, true",
    "2026-03-13T00:00:00Z, false"
  })
  void anAbsenceBeginsWithItsFirstDayAndEndsWithItsLast(Instant moment, boolean away) {
    assertThat(Substitution.of("Ana", moment, company("Ana Ben")::get).isPresent()).isEqualTo(away);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02, 2026-03-02, 2 March 2026",
    "2026-03-02, 2026-03-12, 2 to 12 March 2026",
    "2026-03-28, 2026-04-03, 28 March to 3 April 2026",
    "2026-12-28, 2027-12-03, 28 December 2026 to 3 December 2027"
  })
  void daysAreSaidShortly(LocalDate from, LocalDate until, String said) {
    assertThat(DayFormat.said(from, until)).isEqualTo(said);
  }

  @Test
  void ofTwoAbsencesAtTheSameTimeTheOneRecordedLaterCounts() {
    var company = company("Ana Ben");
    company.get("Ana").absences().add(absence(2, "Ana", "Cid"));

    assertThat(Substitution.of("Ana", FIFTH_OF_MARCH, company::get).orElseThrow().actingId())
        .isEqualTo("Cid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ben Ana          | Ben → Ana → Ben
          Ben Cid, Cid Ana | Ben → Cid → Ana → Ben
          Ben Cid, Cid Ben |
          Ben Cid          |
          Ben -            |
          Cid Ana          |
          """)
  void aCircleIsFoundBeforeItIsRecorded(String away, String circle) {
    assertThat(String.join(" → ", DeputyCircle.of(absence(9, "Ana", "Ben"), company(away)::get)))
        .isEqualTo(Optional.ofNullable(circle).orElse(""));
  }

  @Test
  void deputiesWhoAreAwayAtDifferentTimesMakeNoCircle() {
    var company = company("Cid Ana");
    company.get("Ben").absences().add(absence(2, "Ben", "Ana", "2026-03-13", "2026-03-20"));

    assertThat(DeputyCircle.of(absence(9, "Ana", "Ben"), company::get)).isEmpty();
  }

  private static Map<String, Availability> company(String away) {
    var said = new HashMap<String, String>();
    Arrays.stream(away.split(", ?")).map(it -> it.split(" ")).forEach(it -> said.put(it[0], it[1]));
    var company = new HashMap<String, Availability>();
    for (var name : List.of("Ana", "Ben", "Cid", "Dan", "Eve", "Mia", "Tom")) {
      var absences = new ArrayList<Absence>();
      var deputy = said.get(name);
      if (deputy != null && !deputy.equals("left")) {
        absences.add(absence(1, name, deputy.equals("-") ? null : deputy));
      }
      company.put(
          name,
          new Availability(
              name,
              name,
              MANAGERS.get(name),
              !"left".equals(deputy),
              !name.equals("Eve"),
              absences));
    }
    return company;
  }

  private static Absence absence(long id, String person, String deputy) {
    return absence(id, person, deputy, "2026-03-02", "2026-03-12");
  }

  private static Absence absence(long id, String person, String deputy, String from, String until) {
    var first = LocalDate.parse(from);
    var last = LocalDate.parse(until);
    return new Absence(
        id,
        person,
        first,
        last,
        first.atStartOfDay(ZoneOffset.UTC).toInstant(),
        last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
        deputy,
        null);
  }
}
