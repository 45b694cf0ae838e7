package com.customerfocus.handoff.report;

import com.customerfocus.attachment.Attachment;
import com.customerfocus.deadline.level.ClockResult;
import com.customerfocus.deadline.level.ServiceClock;
import com.customerfocus.deadline.level.Turn;
import com.customerfocus.handoff.HandoffEvent;
import com.customerfocus.handoff.rating.Rating;
import com.customerfocus.handoff.report.HandoffEntry.Named;
import com.customerfocus.worktime.WorkingAmount;
import java.time.Instant;
import java.util.List;

/**
 * A handoff with all that is on record about it.
 *
 * @param need what is needed
 * @param tried what was tried so far, or null
 * @param told what the customer was told, or null
 * @param doneWhen what done looks like
 * @param events what happened, in order
 * @param clocks in the order in which they were started
 * @param turns which department had the ball, in order, without gap or overlap
 * @param files in the order in which they were attached
 * @param parts the handoffs asked for parts of this one
 * @param ratings that the reader may read now, the requester's first
 */
public record HandoffDetails(
    HandoffEntry handoff,
    String need,
    String tried,
    String told,
    String doneWhen,
    List<HandoffEvent> events,
    List<ClockEntry> clocks,
    List<Turn> turns,
    List<FileEntry> files,
    List<HandoffEntry> parts,
    List<RatingEntry> ratings) {

  /**
   * How one side says it went.
   *
   * @param side REQUESTER or PARTNER: the one that rates
   * @param department the one that rates
   * @param by login of the person who rated
   * @param score 1 to 5, 5 is the best
   * @param note or null
   * @param thanked the person who is thanked by name, or null
   * @param thanks what for, or null
   */
  public record RatingEntry(
      String side,
      Named department,
      String by,
      int score,
      String note,
      Named thanked,
      String thanks,
      Instant ratedAt) {

    static RatingEntry of(Rating it) {
      return new RatingEntry(
          it.side().name(),
          new Named(it.fromDepartment(), it.fromDepartmentName()),
          it.ratedBy(),
          it.score(),
          it.note(),
          it.thankedId() == null ? null : new Named(it.thankedId(), it.thankedName()),
          it.thanks(),
          it.ratedAt());
    }
  }

  /**
   * A clock of a service level.
   *
   * @param metric time-to-own, time-to-deliver or time-to-answer
   * @param department id of the department whose clock it is
   * @param calendar the site whose working time it counts; null for the default calendar
   * @param target working time, such as 4 h or 2 d
   * @param rule version and row of the table of targets
   * @param state RUNNING, STOPPED or ENDED
   * @param minutes of working time in which it has run, up to the last time it changed
   * @param dueAt null while it is stopped with time left
   * @param result MET or MISSED; null until it has ended
   * @param reversal why the result counts no more, or null
   * @param extension who agreed on a moment after the target, or null
   */
  public record ClockEntry(
      String metric,
      String department,
      String calendar,
      String target,
      String rule,
      String state,
      long minutes,
      Instant startedAt,
      Instant dueAt,
      Instant endedAt,
      ClockResult result,
      String reversal,
      Extension extension) {

    /**
     * The requester has agreed on a date after the target.
     *
     * @param targetDueAt until when the department had time by the target alone
     * @param until the agreed date; where the rest of a clock was taken up again, moved on by that
     * @param by login of the requester who agreed, or who wished for a date after the target
     * @param why ACCEPT for a date within the wish, AGREE_ON_DATE or AGREE_ON_NEW_DATE
     */
    public record Extension(Instant targetDueAt, Instant until, String by, String why) {}

    static ClockEntry of(ServiceClock it) {
      return new ClockEntry(
          it.metric(),
          it.holder(),
          it.site(),
          inWords(it.target().amount()),
          it.target().rule(),
          it.state().name(),
          it.ran().toMinutes(),
          it.startedAt(),
          it.dueAt(),
          it.endedAt(),
          it.result(),
          it.reversal(),
          it.isExtended()
              ? new Extension(
                  it.targetDueAt(),
                  it.agreement().until(),
                  it.agreement().by(),
                  it.agreement().why())
              : null);
    }

    /** As the table of targets has it. */
    private static String inWords(WorkingAmount amount) {
      if (amount.days() > 0) {
        return amount.days() + " d";
      }
      var minutes = amount.hours().toMinutes();
      return minutes % 60 == 0 ? minutes / 60 + " h" : minutes + " min";
    }
  }

  /**
   * A file, to be downloaded by both sides at {@code /api/attachments/{id}}.
   *
   * @param size bytes
   * @param addedBy login of the person
   */
  public record FileEntry(
      long id, String name, String mediaType, int size, String addedBy, Instant addedAt) {

    static FileEntry of(Attachment it) {
      return new FileEntry(
          it.id(), it.name(), it.mediaType(), it.size(), it.addedBy(), it.addedAt());
    }
  }
}
