package com.customerfocus.notice;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.customerfocus.support.Texts;
import com.customerfocus.support.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notices to all recipients, as the recipients get them. */
@Component
public class Mailbox {

  private static final String ROWS =
      """
      select id, kind, subject_id, occasion, recipient_id, name, address, language, site, state,
             created_at, sent_at, error
        from notice
      """;

  private final JdbcClient jdbc;
  private final NoticeQueue queue;
  private final NoticeRenderers renderers;
  private final MimeMessages messages;

  Mailbox(JdbcClient jdbc, NoticeQueue queue, NoticeRenderers renderers, MimeMessages messages) {
    this.jdbc = jdbc;
    this.queue = queue;
    this.renderers = renderers;
    this.messages = messages;
  }

  /** Who mails come from. */
  public String from() {
    return messages.from();
  }

  /**
   * Newest first. Searching reads as many notices as it takes to find enough.
   *
   * @param search part of a person's name or address; blank finds all
   * @param before only notices older than the one with this id
   * @param most how many at most
   */
  public List<MailboxEntry> newest(String search, long before, int most) {
    return entries(
        jdbc.sql(
                ROWS
                    + """
                     where id < :before
                       and (lower(coalesce(name, recipient_id)) like :part escape '!'
                         or lower(address) like :part escape '!')
                     order by id desc
                     fetch first :most rows only
                    """)
            .param("before", before)
            .param("part", "%" + literally(search) + "%")
            .param("most", most)
            .query(this::row)
            .list());
  }

  public Optional<MailboxEntry> find(long id) {
    return entries(jdbc.sql(ROWS + "where id = :id").param("id", id).query(this::row).list())
        .stream()
        .findFirst();
  }

  private static String literally(String search) {
    return Texts.strip(search).toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
  }

  private List<MailboxEntry> entries(List<Row> rows) {
    var present = new ArrayList<Row>();
    rows.stream()
        .collect(groupingBy(row -> row.notice().kind()))
        .forEach((kind, sameKind) -> present.addAll(asOfNow(kind, sameKind)));
    var mails = new HashMap<Long, MailContent>();
    present.stream()
        .map(Row::notice)
        .collect(groupingBy(Notice::kind))
        .forEach((kind, notices) -> mails.putAll(renderers.write(kind, notices)));
    return present.stream()
        .sorted(comparing((Row row) -> row.notice().id()).reversed())
        .map(row -> row.entry(row.isRefused() ? null : mails.get(row.notice().id())))
        .toList();
  }

  /** What waits is shown as it would be sent now: to whom, or why not. */
  private List<Row> asOfNow(String kind, List<Row> sameKind) {
    var waiting = sameKind.stream().filter(Row::isWaiting).map(Row::notice).toList();
    var addressees = renderers.addressees(kind, waiting);
    var present = addressees.notices().stream().collect(toMap(Notice::id, notice -> notice));
    return sameKind.stream()
        .map(
            row ->
                row.asOfNow(
                    present.get(row.notice().id()), addressees.refused().get(row.notice().id())))
        .toList();
  }

  private Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        queue.notice(row),
        NoticeState.valueOf(row.getString("state")),
        Timestamps.instant(row, "created_at"),
        Timestamps.instant(row, "sent_at"),
        row.getString("error"));
  }

  private record Row(
      Notice notice, NoticeState state, Instant createdAt, Instant sentAt, String error) {

    boolean isWaiting() {
      return state == NoticeState.NOT_SENT;
    }

    boolean isRefused() {
      return state == NoticeState.LAPSED;
    }

    Row asOfNow(Notice present, String refused) {
      return new Row(
          present == null ? notice : present,
          refused == null ? state : NoticeState.LAPSED,
          createdAt,
          sentAt,
          refused == null ? error : refused);
    }

    MailboxEntry entry(MailContent content) {
      return new MailboxEntry(
          notice.id(), notice.recipient(), state, createdAt, sentAt, error, content);
    }
  }
}
