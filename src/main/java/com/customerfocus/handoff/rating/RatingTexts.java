package com.customerfocus.handoff.rating;

import com.customerfocus.handoff.HandoffView;
import com.customerfocus.organization.DepartmentSites;
import com.customerfocus.text.FormHtml;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the form in Tasklist shows to a person who is asked how a handoff went, as HTML. */
@Service
@Transactional(readOnly = true)
public class RatingTexts {

  private final Ratings ratings;
  private final HandoffView handoffs;
  private final DepartmentSites sites;
  private final WorkingTime workingTime;
  private final FormHtml html;
  private final Clock clock;

  RatingTexts(
      Ratings ratings,
      HandoffView handoffs,
      DepartmentSites sites,
      WorkingTime workingTime,
      FormHtml html,
      Clock clock) {
    this.ratings = ratings;
    this.handoffs = handoffs;
    this.sites = sites;
    this.workingTime = workingTime;
    this.html = html;
    this.clock = clock;
  }

  /**
   * With whom, until when, who reads it, how the other side rated as far as that is open, and the
   * handoff. Times are those of the department.
   */
  public String ratingHtml(long id) {
    var rating = ratings.find(id).orElseThrow();
    var question =
        html.of(
            "rating",
            Locale.ENGLISH,
            Map.of(
                "rating",
                rating,
                "others",
                ratings.of(rating.handoffId()).readableBy(rating.side(), clock.instant()).stream()
                    .filter(it -> it.side() != rating.side())
                    .toList(),
                "zone",
                workingTime.calendar(sites.siteOf(rating.fromDepartment())).zone()));
    return question + handoffs.handoffHtml(rating.handoffId());
  }
}
