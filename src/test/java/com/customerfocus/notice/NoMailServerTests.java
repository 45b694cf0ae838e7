package com.customerfocus.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.CustomerFocusTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@CustomerFocusTest
class NoMailServerTests {

  @Test
  void withoutAMailServerNoticesWaitUntouched(
      @Autowired NoticeSender sender, @Autowired JdbcTemplate rows) {
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
