package com.customerfocus.handoff.breach;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.access.Accounts;
import com.customerfocus.access.Groups;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.worktime.WorkingAmount;
import com.customerfocus.worktime.WorkingTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives each process owner one mail a day about what was late since the last one; none when there
 * was nothing. It comes when the working day of the process owner begins. Table {@code
 * handoff_digest} remembers the day. The number of statements depends neither on the breaches nor
 * on the process owners.
 */
@Service
@Transactional
class BreachDigests {

  /** What was recorded just before the working day began is committed by then. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  /** How far back the first mail of a process owner goes. */
  private static final Duration FIRST = Duration.ofDays(7);

  private static final RecordMapper<Owner> OWNER = RecordMapper.of(Owner.class);

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final Accounts accounts;
  private final WorkingTime workingTime;
  private final NoticeService notices;
  private final Clock clock;

  BreachDigests(
      JdbcClient jdbc,
      NamedParameterJdbcTemplate batches,
      Accounts accounts,
      WorkingTime workingTime,
      NoticeService notices,
      Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.accounts = accounts;
    this.workingTime = workingTime;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * @param site null for the default calendar
   * @param until end of the last mail, or null
   */
  private record Owner(String id, String site, Instant until) {}

  /** The working day of a process owner has begun. */
  private record Due(Owner owner, LocalDate day, Instant until) {}

  /** Writes those that are due. */
  void write() {
    var now = clock.instant();
    var due =
        owners().stream()
            .map(this::today)
            .filter(it -> !it.until().plus(MARGIN).isAfter(now))
            .filter(it -> it.owner().until() == null || it.owner().until().isBefore(it.until()))
            .collect(Collectors.toMap(it -> it.owner().id(), it -> it));
    if (due.isEmpty()) {
      return;
    }
    // Another node that does the same keeps its people; what it has written is seen below.
    var mine =
        jdbc.sql("select id from person where id in (:ids) order by id for update skip locked")
            .param("ids", due.keySet())
            .query(String.class)
            .list();
    batches.batchUpdate(
        """
        insert into handoff_digest (person_id, on_day, since_at, until_at)
        select person.id, cast(:day as date), since.at, cast(:until as timestamp with time zone)
          from person
          join (select coalesce(max(d.until_at), cast(:first as timestamp with time zone)) as at
                  from handoff_digest d where d.person_id = :person) since on 1 = 1
         where person.id = :person
           and not exists (select 1 from handoff_digest d
                            where d.person_id = :person and d.on_day >= :day)
           and exists (select 1 from handoff_breach b
                        where b.recorded_at > since.at and b.recorded_at <= :until)
        """,
        mine.stream().map(due::get).map(BreachDigests::row).toArray(MapSqlParameterSource[]::new));
    if (!mine.isEmpty()) {
      notices.record(
          DigestRenderer.KIND,
          DigestRenderer.RECIPIENTS,
          Map.of(
              "people",
              mine,
              "oldest",
              due.values().stream().map(Due::day).min(LocalDate::compareTo).orElseThrow()));
    }
  }

  private static MapSqlParameterSource row(Due due) {
    return new MapSqlParameterSource("person", due.owner().id())
        .addValue("day", due.day())
        .addValue("until", at(due.until()))
        .addValue("first", at(due.until().minus(FIRST)));
  }

  /** When the working day begins: today, or the next one. */
  private Due today(Owner owner) {
    var calendar = workingTime.calendar(owner.site());
    var day = LocalDate.ofInstant(clock.instant(), calendar.zone());
    var begins =
        calendar.after(
            day.atStartOfDay(calendar.zone()).toInstant(), new WorkingAmount(0, Duration.ZERO));
    return new Due(owner, day, begins);
  }

  private List<Owner> owners() {
    var members = accounts.members(Groups.PROCESS_OWNERS);
    return members.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select p.id, p.site,
                       (select max(d.until_at) from handoff_digest d where d.person_id = p.id)
                         as until
                  from person p
                 where p.id in (:members) and p.active and p.mail is not null and p.mail <> ''
                """)
            .param("members", members)
            .query(OWNER)
            .list();
  }
}
