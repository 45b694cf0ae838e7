package com.customerfocus.customercase.goodwill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.customercase.goodwill.GoodwillRules.Limit;
import com.customerfocus.organization.ManagementLine.Level;
import com.customerfocus.support.InvalidInputException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits of 50 a case, 75 a customer and 100 a person and day; Óscar below Olga below Boss. */
class GoodwillRulesTests {

  private static final GoodwillLimits LIMITS =
      new GoodwillLimits(
          new BigDecimal("50"), new BigDecimal("75"), new BigDecimal("100"), "1: All others");

  private static final List<Level> LINE =
      List.of(
          new Level(0, "oscar", "Óscar", true),
          new Level(1, "gone", "Gone", false),
          new Level(2, "olga", "Olga", true),
          new Level(3, "boss", "Boss", true));

  @ParameterizedTest(name = "{0} after {1} of the case, {2} of the customer, {3} today: {4}")
  @CsvSource({
    "49,    0,     0,     0,    ",
    "50,    0,     0,     0,    ",
    "50.01, 0,     0,     0,     CASE",
    "49,    49,    49,    49,    CASE",
    "1,     49,    49,    99,    ",
    "49,    0,     26,    0,     ",
    "49,    0,     26.01, 0,     CUSTOMER",
    "49,    0,     49,    0,     CUSTOMER",
    "49,    0,     0,     51,    ",
    "49,    0,     0,     51.01, PERSON",
  })
  void aManagerApprovesWhatExceedsALimit(
      BigDecimal amount, BigDecimal ofCase, BigDecimal ofCustomer, BigDecimal today, Limit which) {
    var before = new GoodwillSums(ofCase, ofCustomer, today);

    assertThat(GoodwillRules.exceeded(amount, before, LIMITS))
        .isEqualTo(Optional.ofNullable(which));
  }

  @ParameterizedTest
  @CsvSource({"49, 49.00", "49.5, 49.50", "'49,50', 49.50", "' 0.01 ', 0.01"})
  void anAmountHasTwoDecimals(String typed, BigDecimal amount) {
    assertThat(GoodwillRules.amount(typed)).isEqualTo(amount);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "0",
        "0.00",
        "-1",
        "1e3",
        "1.005",
        "1,000",
        "<script>",
        "49 EUR",
        "10000000"
      })
  void whatIsNoAmountIsRefused(String typed) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> GoodwillRules.amount(typed));
  }

  @ParameterizedTest(name = "offered by {0}, for Olga acts {1}: {2}")
  @CsvSource({
    "oscar, olga,  olga",
    "oscar, lena,  olga",
    "olga,  olga,  boss",
    // Óscar is the deputy of Olga, who is away.
    "oscar, oscar, boss",
    "oscar, ,      boss",
    "boss,  oscar, ",
  })
  void theNextManagerUpDecidesButNeitherThePersonWhoOffersNorTheOwner(
      String offeredBy, String actsForOlga, String approver) {
    var found =
        GoodwillRules.approver(
            LINE,
            1,
            Set.copyOf(List.of("oscar", offeredBy)),
            id -> id.equals("olga") ? actsForOlga : id);

    assertThat(found.map(Level::id)).isEqualTo(Optional.ofNullable(approver));
  }

  @Test
  void anOverdueApprovalGoesHigher() {
    assertThat(GoodwillRules.approver(LINE, 3, Set.of("oscar"), id -> id).map(Level::id))
        .contains("boss");
    assertThat(GoodwillRules.approver(LINE, 4, Set.of("oscar"), id -> id)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "front-line,                  FRONT_LINE",
    "front-line managers,         FRONT_LINE",
    "managers,                    MANAGER",
    "managers senior-officers,    SENIOR_OFFICER",
    "communications,              FRONT_LINE",
  })
  void aMemberOfTheFrontLineHasItsLimitsAlsoAsAManager(String groups, GoodwillRole role) {
    assertThat(GoodwillRole.of(Set.of(groups.split(" ")))).isEqualTo(role);
  }

  @Test
  void aPersonWithoutGroupsHasTheLimitsOfTheFrontLine() {
    assertThat(GoodwillRole.of(Map.<String, String>of().keySet()))
        .isEqualTo(GoodwillRole.FRONT_LINE);
  }
}
