package com.customerfocus.cascade.briefing;

import com.customerfocus.cascade.receipt.ReceiptLinks;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import com.customerfocus.text.Translated;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Brings the memo to its reader: all of it, and the link to the personal page above and below it,
 * since some mail programs cut long mails. Its subject is the receipt.
 */
@Component
public class MemoArrivedRenderer extends MailRenderer<MemoArrivedRenderer.Memo> {

  public static final String KIND = "memo-arrived";

  /** Those of a briefing's team who have no briefing of their own to hold. */
  static final String RECIPIENTS =
      """
      select r.id as subject_id, 0 as occasion, r.person_id
        from briefing b
        join receipt r on r.cascade_id = b.cascade_id and r.briefed_by = b.manager_id
       where b.id = :briefing and r.state in ('PENDING', 'BRIEFED')
         and not exists (select 1 from briefing below
                          where below.cascade_id = b.cascade_id and below.manager_id = r.person_id)
      """;

  /**
   * The memo as its reader gets it.
   *
   * @param sender name of the senior officer who sends it
   * @param body Markdown
   * @param figures Markdown, or null
   * @param briefs what the managers above the reader added, the highest first
   * @param link absolute address of the reader's personal page
   */
  record Memo(
      String sender,
      Translated title,
      Translated body,
      String figures,
      List<LocalBrief> briefs,
      String link) {}

  private record Row(
      long receiptId,
      String sender,
      String title,
      String titleEs,
      String body,
      String bodyEs,
      String figures,
      Long heldBriefing) {}

  private final JdbcClient jdbc;
  private final LocalBriefs localBriefs;
  private final ReceiptLinks links;

  MemoArrivedRenderer(
      MailComposer mails, JdbcClient jdbc, LocalBriefs localBriefs, ReceiptLinks links) {
    super(KIND, mails);
    this.jdbc = jdbc;
    this.localBriefs = localBriefs;
    this.links = links;
  }

  @Override
  protected Function<Notice, Memo> find(Collection<Notice> notices) {
    var rows = rows(subjects(notices));
    var held = rows.stream().map(Row::heldBriefing).filter(Objects::nonNull).distinct().toList();
    var briefs = localBriefs.of(held);
    var memos = new HashMap<Long, Memo>();
    for (var row : rows) {
      memos.put(
          row.receiptId(),
          new Memo(
              row.sender(),
              new Translated(row.title(), row.titleEs()),
              new Translated(row.body(), row.bodyEs()),
              row.figures(),
              briefs.getOrDefault(row.heldBriefing(), List.of()),
              links.urlFor(row.receiptId())));
    }
    return notice -> memos.get(notice.subjectId());
  }

  private List<Row> rows(Collection<Long> receipts) {
    return jdbc.sql(
            """
            select r.id as receipt_id, s.name as sender, c.title, c.title_es, c.body, c.body_es,
                   c.figures, b.id as held_briefing
              from receipt r
              join cascade c on c.id = r.cascade_id
              join person p on p.id = r.person_id
              join person s on s.id = c.launched_by
              left join briefing b on b.cascade_id = r.cascade_id
                                  and b.manager_id = r.briefed_by and b.held_at is not null
             where r.id in (:receipts) and c.state <> 'WITHDRAWN' and p.active
            """)
        .param("receipts", receipts)
        .query(RecordMapper.of(Row.class))
        .list();
  }

  @Override
  protected void write(Mail mail, Memo memo) {
    mail.subject("memo.mail.subject", memo.sender(), memo.title())
        .paragraph(
            memo.briefs().isEmpty() ? "memo.mail.intro.plain" : "memo.mail.intro", memo.sender())
        .paragraph("memo.mail.ask")
        .personalButton("memo.mail.open", memo.link())
        .section()
        .title(memo.title())
        .heading("memo.core")
        .markdown(memo.body().in(mail.reader().language()));
    if (memo.figures() != null) {
      mail.section().heading("memo.figures").markdown(memo.figures());
    }
    for (var brief : memo.briefs()) {
      mail.section().heading("memo.local-brief", brief.managerName()).markdown(brief.text());
    }
    mail.section()
        .paragraph("memo.mail.again")
        .button("memo.mail.open", memo.link())
        .footer("memo.mail.personal")
        .footer("memo.mail.automatic");
  }
}
