package com.customerfocus.notice;

import static com.customerfocus.support.Timestamps.instant;
import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody's notices, to be looked at as the recipients get them. */
@Component
public class Mailbox {

  private static final String ROWS =
      """
      select n.id, n.kind, n.subject_id, n.occasion, n.person_id, n.language, n.address,
        n.state, n.created_at, n.sent_at, n.error, coalesce(p.name, n.person_id) as person_name
      from notice n
      left join person p on p.id = n.person_id
      """;

  private final JdbcClient jdbc;
  private final NoticeRenderers writers;
  private final MimeMessages mimeMessages;

  Mailbox(JdbcClient jdbc, NoticeRenderers writers, MimeMessages mimeMessages) {
    this.jdbc = jdbc;
    this.writers = writers;
    this.mimeMessages = mimeMessages;
  }

  /** Who mails come from. */
  public String from() {
    return mimeMessages.from();
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
                    where n.id < :before
                      and (lower(coalesce(p.name, n.person_id)) like :part escape '!'
                        or lower(n.address) like :part escape '!')
                    order by n.id desc
                    fetch first :most rows only
                    """)
            .param("before", before)
            .param("part", "%" + literally(search) + "%")
            .param("most", most)
            .query(Row::of)
            .list());
  }

  public Optional<MailboxEntry> find(long id) {
    return entries(jdbc.sql(ROWS + "where n.id = :id").param("id", id).query(Row::of).list())
        .stream()
        .findFirst();
  }

  private static String literally(String search) {
    return search.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
  }

  private List<MailboxEntry> entries(List<Row> rows) {
    var letters = new HashMap<Long, MailContent>();
    Map<String, List<Notice>> byKind =
        rows.stream().map(Row::notice).collect(groupingBy(Notice::kind));
    byKind.forEach((kind, notices) -> letters.putAll(writers.write(kind, notices)));
    return rows.stream().map(row -> row.entry(letters.get(row.notice().id()))).toList();
  }

  private record Row(
      Notice notice,
      String personName,
      String address,
      NoticeState state,
      Instant createdAt,
      Instant sentAt,
      String error) {

    static Row of(ResultSet row, int number) throws SQLException {
      return new Row(
          NoticeQueue.NOTICE.mapRow(row, number),
          row.getString("person_name"),
          row.getString("address"),
          NoticeState.valueOf(row.getString("state")),
          instant(row, "created_at"),
          instant(row, "sent_at"),
          row.getString("error"));
    }

    MailboxEntry entry(MailContent mailContent) {
      return new MailboxEntry(
          notice.id(),
          personName,
          address,
          notice.language(),
          state,
          createdAt,
          sentAt,
          error,
          mailContent);
    }
  }
}
