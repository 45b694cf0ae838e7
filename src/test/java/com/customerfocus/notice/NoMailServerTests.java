package com.customerfocus.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.CustomerFocusTest;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@CustomerFocusTest
class NoMailServerTests {

  @Test
  void withoutAMailServerNoticesWaitUntouched(
      @Autowired NoticeQueue notices,
      @Autowired NoticeRenderers renderers,
      @Autowired MimeMessages messages,
      @Autowired NoticeProperties settings,
      @Autowired Clock clock,
      @Autowired JdbcTemplate rows) {
    var noServer =
        new MailServer(new StaticListableBeanFactory().getBeanProvider(JavaMailSenderImpl.class));
    var sender = new NoticeSender(notices, renderers, messages, noServer, settings, clock);
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
