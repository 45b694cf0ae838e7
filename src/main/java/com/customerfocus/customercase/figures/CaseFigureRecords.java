package com.customerfocus.customercase.figures;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.customercase.CaseKind;
import com.customerfocus.customercase.escalation.CaseEscalationReason;
import com.customerfocus.database.RecordMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Counts for all units, one statement a kind of record. Each begins with the steps that ended a run
 * of a case in the period.
 */
@Repository
class CaseFigureRecords {

  /** What figures are of. */
  enum Grouping {
    ALL,
    DEPARTMENT,
    HERITAGE
  }

  /**
   * What each row is of.
   *
   * @param id of a department, or name of a heritage company; null for all, and for owners who were
   *     not on file
   */
  record Unit(Grouping grouping, String id) {}

  /**
   * Runs that ended. What the program withdrew, when a customer's data were removed, is none: so
   * figures stay with a removal. previous_id: the end of the run before, or 0.
   */
  private static final String RUNS =
      """
      (select e.id, e.case_id, e.cycle, e.step, e.recorded_at, e.owner_department as department,
              e.owner_heritage as heritage, k.customer_id,
              coalesce(e.kind, k.kind) as kind,
              coalesce((select max(p.id) from customer_case_event p
                         where p.case_id = e.case_id and p.id < e.id
                           and p.step in ('CLOSE', 'WITHDRAW')), 0) as previous_id
         from customer_case_event e join customer_case k on k.id = e.case_id
        where e.step in ('CLOSE', 'WITHDRAW')
          and e.recorded_at >= :from and e.recorded_at < :until
          and (e.step = 'CLOSE' or e.recorded_by is not null)) r
      """;

  /**
   * Runs with the cases that were taken in during them. member: number of the case itself or of
   * that other one; since_id, since: when the run before had ended, or 0 and null.
   */
  private static final String PARTS =
      """
      (select r.id, r.department, r.heritage, r.recorded_at, r.case_id as member,
              r.previous_id as since_id,
              (select p.recorded_at from customer_case_event p where p.id = r.previous_id) as since
         from %s
       union all
       select r.id, r.department, r.heritage, r.recorded_at, j.case_id as member,
              coalesce((select max(p.id) from customer_case_event p
                         where p.case_id = j.case_id and p.step in ('CLOSE', 'WITHDRAW')), 0)
                as since_id,
              (select max(p.recorded_at) from customer_case_event p
                where p.case_id = j.case_id and p.step in ('CLOSE', 'WITHDRAW')) as since
         from %s
         join customer_case c on c.joined_to_id = r.case_id
         join customer_case_event j on j.case_id = c.id and j.step = 'JOIN'
                                   and j.id > r.previous_id and j.id < r.id) m
      """
          .formatted(RUNS, RUNS);

  /** When news reached the customer; null when they did not. */
  private static final String REACHED =
      """
      (case when c.way = 'CALL' then c.happened_at
            when c.way = 'MAIL' and c.bounced_at is null then c.accepted_at end)
      """;

  private final JdbcClient jdbc;

  CaseFigureRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Cases that were opened; those that others have taken in count with these. */
  record OpenedRow(Unit unit, long opened) {}

  List<OpenedRow> opened(FigurePeriod period) {
    return list(
        "count(*) as opened",
        """
        select e.owner_department as department, e.owner_heritage as heritage
          from customer_case_event e join customer_case k on k.id = e.case_id
         where e.step = 'OPEN' and e.recorded_at >= :from and e.recorded_at < :until
           and k.joined_to_id is null
        """,
        "",
        period,
        OpenedRow.class);
  }

  /** How many runs of a kind ended. */
  record KindRow(Unit unit, CaseKind kind, long ended) {}

  List<KindRow> kinds(FigurePeriod period) {
    return list(
        "kind, count(*) as ended",
        "select r.department, r.heritage, r.kind from " + RUNS,
        ", kind",
        period,
        KindRow.class);
  }

  /**
   * How runs ended.
   *
   * @param comfort runs with a time to comfort
   * @param comfortMedian seconds
   * @param news runs in which the customer heard from us
   * @param newsMedian seconds until then
   */
  record RunRow(
      Unit unit,
      long closed,
      long ownWord,
      long ownersNote,
      long unconfirmed,
      long withdrawn,
      long cameBack,
      long unhappy,
      long comfort,
      Double comfortMedian,
      Double comfortP90,
      long news,
      Double newsMedian,
      Double newsP90) {}

  List<RunRow> runs(FigurePeriod period) {
    return list(
        """
        count(*) filter (where step = 'CLOSE') as closed,
        count(*) filter (where step = 'CLOSE' and answer = 'OWN_WORD') as own_word,
        count(*) filter (where step = 'CLOSE' and answer = 'OWNERS_NOTE') as owners_note,
        count(*) filter (where step = 'CLOSE' and answer = 'UNCONFIRMED') as unconfirmed,
        count(*) filter (where step = 'WITHDRAW') as withdrawn,
        count(*) filter (where came_back = 1) as came_back,
        count(distinct case when unhappy = 1 then customer_id end) as unhappy,
        count(comfort_seconds) as comfort,
        percentile_cont(0.5) within group (order by comfort_seconds) as comfort_median,
        percentile_cont(0.9) within group (order by comfort_seconds) as comfort_p90,
        count(news_seconds) as news,
        percentile_cont(0.5) within group (order by news_seconds) as news_median,
        percentile_cont(0.9) within group (order by news_seconds) as news_p90
        """,
        """
        select b.department, b.heritage, b.step, b.answer, b.customer_id, b.came_back, b.unhappy,
               cast(case when b.step = 'CLOSE' and b.answer <> 'UNCONFIRMED'
                         then extract(epoch from b.answered_at) - extract(epoch from b.begun_at)
                    end as double precision) as comfort_seconds,
               cast(extract(epoch from b.news_at) - extract(epoch from b.begun_at)
                    as double precision) as news_seconds
          from (select r.department, r.heritage, r.step, r.customer_id,
                       a.recorded_at as answered_at,
                       case when a.step = 'ANSWER_MISSING' then 'UNCONFIRMED'
                            when a.by_customer then 'OWN_WORD'
                            when a.step = 'COMFORTABLE' then 'OWNERS_NOTE' end as answer,
                       (select min(s.recorded_at) from customer_case_event s
                         where s.case_id = r.case_id and s.cycle = r.cycle
                           and s.step in ('OPEN', 'REOPEN')) as begun_at,
                       (select min(%s) from customer_case_contact c
                         where c.case_id = r.case_id and c.cycle = r.cycle) as news_at,
                       case when r.step = 'CLOSE'
                             and (exists (select 1 from customer_case_event s
                                           where s.case_id = r.case_id and s.step = 'REOPEN'
                                             and s.cycle = r.cycle + 1)
                                  or exists (select 1 from customer_case n
                                              where n.previous_id = r.case_id
                                                and n.opened_at >= r.recorded_at))
                            then 1 else 0 end as came_back,
                       case when exists (select 1 from customer_case_event s
                                          where s.case_id = r.case_id and s.cycle = r.cycle
                                            and s.step in ('NOT_COMFORTABLE', 'REOPEN'))
                              or exists (select 1 from customer_case c
                                           join customer_case_event j
                                             on j.case_id = c.id and j.step = 'JOIN'
                                            and j.id > r.previous_id and j.id < r.id
                                           join customer_case_event s
                                             on s.case_id = c.id and s.cycle = j.cycle
                                            and s.step in ('NOT_COMFORTABLE', 'REOPEN')
                                          where c.joined_to_id = r.case_id)
                              or exists (select 1 from case_survey s
                                          where s.case_id = r.case_id and s.cycle = r.cycle
                                            and s.satisfaction <= 2 and not s.to_owner)
                            then 1 else 0 end as unhappy
                  from %s
                  left join customer_case_event a
                    on a.id = (select max(x.id) from customer_case_event x
                                where x.case_id = r.case_id and x.cycle = r.cycle
                                  and x.step in ('COMFORTABLE', 'ANSWER_MISSING'))) b
        """
            .formatted(REACHED, RUNS),
        "",
        period,
        RunRow.class);
  }

  /**
   * What happened in runs.
   *
   * @param not how often customers were not comfortable
   * @param loops how often the need had to be understood anew
   */
  record StepRow(Unit unit, long not, long loops) {}

  List<StepRow> steps(FigurePeriod period) {
    return list(
        """
        count(*) filter (where step in ('NOT_COMFORTABLE', 'REOPEN')) as "not",
        count(*) as loops
        """,
        """
        select m.department, m.heritage, e.step
          from %s
          join customer_case_event e on e.case_id = m.member and e.id > m.since_id and e.id < m.id
         where e.state_after = 'UNDERSTANDING' and e.state_before <> 'UNDERSTANDING'
        """
            .formatted(PARTS),
        "",
        period,
        StepRow.class);
  }

  /**
   * Moments at which news were due, in runs. A moment that went over to the case that has taken in
   * another one is late once.
   */
  record NewsRow(Unit unit, long onTime, long late) {}

  List<NewsRow> news(FigurePeriod period) {
    return list(
        """
        count(*) filter (where is_late = 0) as on_time,
        count(*) filter (where is_late = 1) as late
        """,
        """
        select m.department, m.heritage, 0 as is_late
          from %1$s
          join customer_case_contact c
            on c.case_id = m.member and c.recorded_at <= m.recorded_at
           and (m.since is null or c.recorded_at > m.since)
         where %2$s <= c.due_at
        union all
        select d.department, d.heritage, 1 as is_late
          from (select m.id, m.department, m.heritage, l.due_at
                  from %1$s
                  join customer_case_late l
                    on l.case_id = m.member and l.what = 'NEWS' and l.due_at <= m.recorded_at
                   and (m.since is null or l.due_at > m.since)
                union
                select m.id, m.department, m.heritage, c.due_at
                  from %1$s
                  join customer_case_contact c
                    on c.case_id = m.member and %2$s > c.due_at and c.due_at <= m.recorded_at
                   and (m.since is null or c.due_at > m.since)) d
        """
            .formatted(PARTS, REACHED),
        "",
        period,
        NewsRow.class);
  }

  /** News in runs that corrected others. */
  record CorrectionRow(Unit unit, long corrections) {}

  List<CorrectionRow> corrections(FigurePeriod period) {
    return list(
        "count(*) as corrections",
        """
        select m.department, m.heritage
          from %s
          join customer_case_contact c
            on c.case_id = m.member and c.recorded_at <= m.recorded_at
           and (m.since is null or c.recorded_at > m.since)
         where c.corrects_id is not null
        """
            .formatted(PARTS),
        "",
        period,
        CorrectionRow.class);
  }

  /** Escalations in runs. */
  record EscalationRow(Unit unit, CaseEscalationReason reason, long times) {}

  List<EscalationRow> escalations(FigurePeriod period) {
    return list(
        "reason, count(*) as times",
        """
        select m.department, m.heritage, e.reason
          from %s
          join customer_case_escalation e
            on e.case_id = m.member and e.escalated_at <= m.recorded_at
           and (m.since is null or e.escalated_at > m.since)
        """
            .formatted(PARTS),
        ", reason",
        period,
        EscalationRow.class);
  }

  /**
   * Goodwill in runs, by when it was decided: it may have come from a case that was taken in, and
   * no run ends while one waits.
   */
  record GoodwillRow(
      Unit unit, String currency, long granted, BigDecimal amount, long refused, long lapsed) {}

  List<GoodwillRow> goodwill(FigurePeriod period) {
    return list(
        """
        currency,
        count(*) filter (where state = 'GRANTED') as granted,
        coalesce(sum(amount) filter (where state = 'GRANTED'), 0) as amount,
        count(*) filter (where state = 'REFUSED') as refused,
        count(*) filter (where state = 'LAPSED') as lapsed
        """,
        """
        select m.department, m.heritage, g.currency, g.state, g.amount
          from %s
          join goodwill g
            on g.case_id = m.member and coalesce(g.decided_at, g.offered_at) <= m.recorded_at
           and (m.since is null or coalesce(g.decided_at, g.offered_at) > m.since)
        """
            .formatted(PARTS),
        ", currency",
        period,
        GoodwillRow.class);
  }

  /** Answers after runs, how often each was given. */
  record SurveyRow(
      Unit unit,
      long asked,
      long answered,
      long toOwner,
      long satisfaction1,
      long satisfaction2,
      long satisfaction3,
      long satisfaction4,
      long satisfaction5,
      long promoters,
      long passives,
      long detractors,
      long chooseYes,
      long chooseNo,
      long chooseNotSure,
      long courtesyYes,
      long courtesyPartly,
      long courtesyNo) {}

  List<SurveyRow> surveys(FigurePeriod period) {
    return list(
        """
        count(*) filter (where not to_owner) as asked,
        count(*) filter (where not to_owner and answered_at is not null) as answered,
        count(*) filter (where to_owner) as to_owner,
        count(*) filter (where not to_owner and satisfaction = 1) as satisfaction1,
        count(*) filter (where not to_owner and satisfaction = 2) as satisfaction2,
        count(*) filter (where not to_owner and satisfaction = 3) as satisfaction3,
        count(*) filter (where not to_owner and satisfaction = 4) as satisfaction4,
        count(*) filter (where not to_owner and satisfaction = 5) as satisfaction5,
        count(*) filter (where not to_owner and recommend >= 9) as promoters,
        count(*) filter (where not to_owner and recommend between 7 and 8) as passives,
        count(*) filter (where not to_owner and recommend <= 6) as detractors,
        count(*) filter (where not to_owner and choose_again = 'YES') as choose_yes,
        count(*) filter (where not to_owner and choose_again = 'NO') as choose_no,
        count(*) filter (where not to_owner and choose_again = 'NOT_SURE') as choose_not_sure,
        count(*) filter (where not to_owner and courtesy = 'YES') as courtesy_yes,
        count(*) filter (where not to_owner and courtesy = 'PARTLY') as courtesy_partly,
        count(*) filter (where not to_owner and courtesy = 'NO') as courtesy_no
        """,
        """
        select r.department, r.heritage, s.to_owner, s.answered_at, s.satisfaction, s.recommend,
               s.choose_again, s.courtesy
          from %s
          join case_survey s on s.case_id = r.case_id and s.cycle = r.cycle
         where s.asked_at is not null
        """
            .formatted(RUNS),
        "",
        period,
        SurveyRow.class);
  }

  /**
   * Cases that are open now.
   *
   * @param late how many customers have not heard from us in time
   * @param oldestLate when the first of them should have, or null
   */
  record OpenCases(long open, long late, Instant oldestLate) {}

  /** Counts up to a number. What is late was put on record by the sweep. */
  OpenCases open(Instant now, int most) {
    return jdbc.sql(
            """
            select (select count(*)
                      from (select case_id from customer_case_clock
                             fetch first :most rows only) c) as open,
                   count(*) as late, min(news_due_at) as oldest_late
              from (select news_due_at from customer_case_clock
                     where news_due_at < :now and news_late = news_due_at
                     order by news_due_at, case_id fetch first :most rows only) l
            """)
        .param("now", at(now))
        .param("most", most)
        .query(RecordMapper.of(OpenCases.class))
        .single();
  }

  /** Counts the rows for all, for each department and for each heritage company. */
  private <T extends Record> List<T> list(
      String counts, String rows, String groupedBy, FigurePeriod period, Class<T> type) {
    return jdbc.sql(
            """
            select unit_grouping, unit_id, %s
              from (select u.name as unit_grouping,
                           case u.name when 'DEPARTMENT' then q.department
                                       when 'HERITAGE' then q.heritage end as unit_id, q.*
                      from (%s) q
                     cross join (values ('ALL'), ('DEPARTMENT'), ('HERITAGE')) as u (name)) t
             group by unit_grouping, unit_id %s
            """
                .formatted(counts, rows, groupedBy))
        .param("from", at(period.from()))
        .param("until", at(period.until()))
        .query(RecordMapper.of(type))
        .list();
  }

  /** Names of these departments, by id, also of those that have closed. */
  Map<String, String> names(Collection<String> departments) {
    var names = new HashMap<String, String>();
    if (!departments.isEmpty()) {
      jdbc.sql("select id, name from department where id in (:ids)")
          .param("ids", departments)
          .query(
              row -> {
                names.put(row.getString("id"), row.getString("name"));
              });
    }
    return names;
  }
}
