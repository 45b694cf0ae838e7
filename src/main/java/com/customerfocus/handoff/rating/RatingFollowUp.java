package com.customerfocus.handoff.rating;

import com.customerfocus.notice.NoticeService;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds people once who have not rated, ends their tasks when the time has passed, and tells each
 * side how the other one rated, once both have or five working days have passed.
 */
@Service
@Transactional
public class RatingFollowUp {

  private static final int REMINDED_AT_ONCE = 500;
  private static final int ENDED_AT_ONCE = 100;
  private static final int TOLD_AT_ONCE = 500;

  private final Ratings ratings;
  private final RatingWorkflow workflow;
  private final NoticeService notices;
  private final Clock clock;

  RatingFollowUp(Ratings ratings, RatingWorkflow workflow, NoticeService notices, Clock clock) {
    this.ratings = ratings;
    this.workflow = workflow;
    this.notices = notices;
    this.clock = clock;
  }

  /** Does some of what is due, and says whether there may be more. */
  public boolean doSome() {
    var now = clock.instant();
    var ended = ratings.overdue(ENDED_AT_ONCE, now);
    if (!ended.isEmpty()) {
      ratings.endUnanswered(ended, now);
      workflow.endedUnanswered(ended);
    }
    var reminded = ratings.dueReminders(REMINDED_AT_ONCE, now);
    if (!reminded.isEmpty()) {
      notices.record(
          RatingReminderRenderer.KIND,
          RatingReminderRenderer.RECIPIENTS,
          Map.of("ratings", reminded));
      ratings.reminded(reminded);
    }
    var told = ratings.toTell(TOLD_AT_ONCE, now);
    if (!told.isEmpty()) {
      notices.record(
          RatingToldRenderer.KIND, RatingToldRenderer.RECIPIENTS, Map.of("ratings", told));
      ratings.told(told);
    }
    return ended.size() == ENDED_AT_ONCE
        || reminded.size() == REMINDED_AT_ONCE
        || told.size() == TOLD_AT_ONCE;
  }
}
