package com.customerfocus.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.CustomerFocusTest;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@CustomerFocusTest
class NoMailServerTests {

  private final NoticeQueue notices;
  private final JdbcTemplate rows;
  private final Clock clock;
  private final MailServer noServer;
  private final NoticeSender sender;

  @Autowired
  NoMailServerTests(
      NoticeQueue notices,
      NoticeRenderers renderers,
      MimeMessages messages,
      NoticeProperties settings,
      JdbcTemplate rows,
      Clock clock) {
    this.notices = notices;
    this.rows = rows;
    this.clock = clock;
    // The tests' program has one.
    noServer =
        new MailServer(new StaticListableBeanFactory().getBeanProvider(JavaMailSenderImpl.class));
    sender = new NoticeSender(notices, renderers, messages, noServer, settings, clock);
  }

  @Test
  void healthSaysSo() {
    var health = new NoticesHealthIndicator(sender, noServer, notices, clock).health();

    assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
    assertThat(health.getDetails())
        .containsEntry("trouble", "No mail server is configured.")
        .containsEntry("waiting", 0);
  }

  @Test
  void withoutAMailServerNoticesWaitUntouched() {
    rows.update(
        """
        insert into notice (kind, subject_id, recipient_id, address, language, state, next_try_at,
          created_at)
        values ('greeting', 1, '1', 'ana@example.com', 'es', 'NOT_SENT',
          timestamp with time zone '2026-01-01 00:00:00+00',
          timestamp with time zone '2026-01-01 00:00:00+00')
        """);

    assertThat(sender.sendDue()).isZero();

    var notice = rows.queryForMap("select state, tries, next_try_at, error from notice");
    assertThat(notice).containsEntry("state", "NOT_SENT").containsEntry("tries", 0);
    assertThat(notice.get("error")).isNull();
  }
}
