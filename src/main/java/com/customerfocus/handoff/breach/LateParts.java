package com.customerfocus.handoff.breach;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.handoff.HandoffClocks;
import com.customerfocus.handoff.HandoffEvent;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.organization.absence.DepartmentHeads;
import com.customerfocus.promise.Promise;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the person who has handed a part on to tell the own requester before the own date, when the
 * part is late or promised for a later date. Asked once for each of these two reasons.
 */
@Component
class LateParts {

  /** Why, as the occasion of the notice. */
  enum Reason {
    LATE,
    LATER_DATE;

    long occasion() {
      return ordinal() + 1L;
    }
  }

  private static final RecordMapper<Whole> WHOLE = RecordMapper.of(Whole.class);

  private final JdbcClient jdbc;
  private final DepartmentHeads heads;
  private final NoticeService notices;
  private final Clock clock;

  LateParts(JdbcClient jdbc, DepartmentHeads heads, NoticeService notices, Clock clock) {
    this.jdbc = jdbc;
    this.heads = heads;
    this.notices = notices;
    this.clock = clock;
  }

  private record Whole(String ownerId, String partnerDepartment, boolean isPassed) {}

  /** A clock of the part has run out. */
  void isLate(long part) {
    ask(part, Reason.LATE);
  }

  /**
   * The part was not delivered by its promised date, which may be long before its clock runs out.
   */
  @EventListener
  void datePassed(Promise.DatePassed passed) {
    var source = passed.promise().source();
    if (source.kind().equals(HandoffClocks.KIND)) {
      ask(source.id(), Reason.LATE);
    }
  }

  @EventListener
  void promised(HandoffEvent.Recorded step) {
    var isPromise =
        switch (step.event().step()) {
          case ACCEPT, AGREE_ON_DATE, AGREE_ON_NEW_DATE -> true;
          default -> false;
        };
    if (isPromise && step.before().parentId() != null) {
      ask(step.before().id(), Reason.LATER_DATE);
    }
  }

  private void ask(long part, Reason reason) {
    whole(part)
        .filter(it -> reason == Reason.LATE || it.isPassed())
        .flatMap(
            it ->
                it.ownerId() != null
                    ? Optional.of(it.ownerId())
                    : heads.stewardOf(it.partnerDepartment()))
        .ifPresent(
            person ->
                notices.record(
                    LatePartRenderer.KIND,
                    LatePartRenderer.RECIPIENT,
                    Map.of("part", part, "reason", reason.occasion(), "person", person)));
  }

  /** The promised handoff of which this is a part, while its own date is still to come. */
  private Optional<Whole> whole(long part) {
    return jdbc.sql(
            """
            select w.owner_id, w.partner_department,
                   coalesce(p.due_at > w.due_at, false) as is_passed
              from handoff p join handoff w on w.id = p.parent_id
             where p.id = :part and w.state = 'ACCEPTED' and w.due_at > :now
            """)
        .param("part", part)
        .param("now", at(clock.instant()))
        .query(WHOLE)
        .optional();
  }
}
