package com.customerfocus.handoff.breach;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.handoff.breach.DigestRenderer.Digest;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a process owner which pairs of departments were late. Its subject is the digest. */
@Component
class DigestRenderer extends MailRenderer<Digest> {

  static final String KIND = "handoff-digest";

  static final String RECIPIENTS =
      """
      select id as subject_id, 0 as occasion, person_id from handoff_digest
       where person_id in (:people) and on_day >= :oldest
      """;

  private static final int MOST_PAIRS = 20;

  private static final RecordMapper<Pair> PAIR = RecordMapper.of(Pair.class);
  private static final RecordMapper<Late> LATE = RecordMapper.of(Late.class);

  private final JdbcClient jdbc;

  /** Late handoffs of one ordered pair of departments. */
  record Pair(
      long digestId,
      Instant sinceAt,
      Instant untilAt,
      String requester,
      String partner,
      long times) {}

  /** One of those that are late for longest. */
  record Late(
      long digestId,
      String metric,
      String holder,
      String requester,
      String partner,
      String title,
      String customerName,
      Instant since,
      Instant promised) {}

  /**
   * What one mail tells of.
   *
   * @param pairs the one with the most late handoffs first
   */
  record Digest(List<Pair> pairs, List<Late> oldest) {

    long times() {
      return pairs.stream().mapToLong(Pair::times).sum();
    }
  }

  DigestRenderer(MailComposer mails, JdbcClient jdbc) {
    super(KIND, mails);
    this.jdbc = jdbc;
  }

  @Override
  protected Function<Notice, Digest> find(Collection<Notice> notices) {
    var pairs =
        jdbc
            .sql(
                """
                select d.id as digest_id, d.since_at, d.until_at,
                       coalesce(r.name, b.requester_department) as requester,
                       coalesce(p.name, b.partner_department) as partner, count(distinct b.handoff_id) as times
                  from handoff_digest d
                  join handoff_breach b on b.recorded_at > d.since_at and b.recorded_at <= d.until_at
                  left join department r on r.id = b.requester_department
                  left join department p on p.id = b.partner_department
                 where d.id in (:digests)
                 group by d.id, d.since_at, d.until_at, r.name, b.requester_department, p.name,
                          b.partner_department
                 order by times desc, requester, partner
                """)
            .param("digests", subjects(notices))
            .query(PAIR)
            .list()
            .stream()
            .collect(Collectors.groupingBy(Pair::digestId));
    var oldest =
        jdbc
            .sql(
                """
                select b.digest_id, b.metric, coalesce(o.name, b.holder) as holder,
                       coalesce(r.name, b.requester_department) as requester,
                       coalesce(p.name, b.partner_department) as partner,
                       h.subject as title, c.name as customer_name,
                       case when b.due_at = s.agreed_until then s.target_due_at
                            else b.due_at end as since, h.due_at as promised
                  from (select l.*, row_number() over (partition by l.digest_id
                                                        order by l.due_at, l.id) as place
                          from (select d.id as digest_id, l.*,
                                       row_number() over (partition by d.id, l.handoff_id
                                                          order by l.due_at, l.id) as of_handoff
                                  from handoff_digest d
                                  join handoff_breach l
                                    on l.recorded_at > d.since_at and l.recorded_at <= d.until_at
                                 where d.id in (:digests)) l
                         where l.of_handoff = 1) b
                  join handoff h on h.id = b.handoff_id
                  join service_clock s on s.id = b.clock_id
                  left join department o on o.id = b.holder
                  left join department r on r.id = b.requester_department
                  left join department p on p.id = b.partner_department
                  left join customer c on c.id = h.customer_id
                 where b.place <= 10
                 order by b.digest_id, b.place
                """)
            .param("digests", subjects(notices))
            .query(LATE)
            .list()
            .stream()
            .collect(Collectors.groupingBy(Late::digestId));
    return notice -> {
      var found = pairs.get(notice.subjectId());
      return found == null
          ? null
          : new Digest(found, oldest.getOrDefault(notice.subjectId(), List.of()));
    };
  }

  @Override
  protected void write(Mail mail, Digest digest) {
    var first = digest.pairs().get(0);
    mail.subject("handoff.digest.subject", digest.times())
        .paragraph("handoff.digest.intro", first.sinceAt(), first.untilAt());
    digest.pairs().stream()
        .limit(MOST_PAIRS)
        .forEach(
            it -> mail.paragraph("handoff.digest.pair", it.requester(), it.partner(), it.times()));
    if (digest.pairs().size() > MOST_PAIRS) {
      mail.paragraph("handoff.digest.more", digest.pairs().size() - MOST_PAIRS);
    }
    mail.heading("handoff.digest.oldest");
    digest.oldest().forEach(it -> late(mail, it));
    mail.footer("handoff.digest.why");
  }

  private static void late(Mail mail, Late it) {
    mail.quote(Titles.of(it.customerName(), it.title()));
    new LateSentence(
            it.metric(), it.holder(), it.requester(), it.partner(), it.since(), it.promised())
        .in(mail);
  }
}
