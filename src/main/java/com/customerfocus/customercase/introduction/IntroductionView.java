package com.customerfocus.customercase.introduction;

import com.customerfocus.customercase.CaseView;
import com.customerfocus.text.FormHtml;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads introductions as forms, pages and figures need them. */
@Service
@Transactional(readOnly = true)
public class IntroductionView {

  /** Working days to take over that are usual. */
  public static final int USUAL_DAYS = IntroductionRules.DAYS_TO_TAKE_OVER;

  private final Introductions introductions;
  private final CaseView cases;
  private final FormHtml html;

  IntroductionView(Introductions introductions, CaseView cases, FormHtml html) {
    this.introductions = introductions;
    this.cases = cases;
    this.html = html;
  }

  public Optional<Introduction> find(long id) {
    return introductions.find(id);
  }

  /** In order. */
  public List<Introduction> ofCase(long caseId) {
    return introductions.ofCase(caseId);
  }

  /** The last contact of whom the customer of this case has been told. */
  public Optional<Introduction> knownToCustomer(long caseId) {
    return introductions.ofCase(caseId).stream()
        .filter(it -> it.state().isKnownToCustomer())
        .reduce((before, last) -> last);
  }

  /** Where the one that is not over stands; empty when no contact has been asked. */
  public Optional<IntroductionState> openState(long caseId) {
    return introductions.open(caseId).map(Introduction::state);
  }

  /** The clock that the owner of the case goes by. */
  public ZoneId zone(long caseId) {
    return cases.zone(cases.find(caseId).orElseThrow());
  }

  /** What is on record of the introductions of a case, on the owner's clock. */
  public String html(long caseId) {
    var model = new HashMap<String, Object>();
    model.put("all", introductions.ofCase(caseId));
    model.put("zone", zone(caseId));
    return html.of("introduction", Locale.ENGLISH, model);
  }

  /**
   * Introductions that began in a period: warm and cold ones by where they stand.
   *
   * @param failed those of which nothing came, by why
   * @param overrides those that began without the customer's consent
   */
  public record Figures(
      Map<IntroductionState, Long> byState, Map<IntroductionEnd, Long> failed, long overrides) {}

  /**
   * Counts introductions by where they stand, and those that failed by why.
   *
   * @param to exclusive
   */
  public Figures figures(Instant from, Instant to) {
    var byState = new EnumMap<IntroductionState, Long>(IntroductionState.class);
    var failed = new EnumMap<IntroductionEnd, Long>(IntroductionEnd.class);
    var overrides = 0L;
    for (var it : introductions.count(from, to)) {
      overrides += it.overrides();
      byState.merge(it.state(), it.times(), Long::sum);
      if (it.outcome() != null) {
        failed.merge(it.outcome(), it.times(), Long::sum);
      }
    }
    return new Figures(byState, failed, overrides);
  }
}
