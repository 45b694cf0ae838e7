package com.customerfocus.password;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.access.AccountsOpened;
import com.customerfocus.access.Passwords.Login;
import com.customerfocus.notice.NoticeService;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Requests for links to set a password, and their limits. */
@Component
class PasswordLinkRequests {

  /** Minimum time between two mails to an account, since strangers may request them, too. */
  static final Duration PAUSE = Duration.ofMinutes(10);

  private static final int PART = 1000;

  private static final String WELCOMED =
      """
      select id as subject_id, links_sent as occasion, account_id as person_id
        from password_mail where account_id in (:accounts)
      """;

  private static final String FORGETFUL =
      """
      select m.id as subject_id, m.links_sent as occasion, m.account_id as recipient_id,
             cast(:name as varchar(512)) as name, cast(:address as varchar(254)) as address,
             coalesce(p.language, cast(:language as varchar(2))) as language, p.site
        from password_mail m
        left join person p on p.id = m.account_id
       where m.account_id = :account
      """;

  private final JdbcClient jdbc;
  private final NoticeService notices;
  private final Clock clock;

  PasswordLinkRequests(JdbcClient jdbc, NoticeService notices, Clock clock) {
    this.jdbc = jdbc;
    this.notices = notices;
    this.clock = clock;
  }

  /** Three statements for a thousand people. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void welcome(AccountsOpened opened) {
    for (var start = 0; start < opened.ids().size(); start += PART) {
      var part = opened.ids().subList(start, Math.min(start + PART, opened.ids().size()));
      // People who have left and come back already have a row.
      jdbc.sql(
              "update password_mail set links_sent = links_sent + 1, mailed_at = :now"
                  + " where account_id in (:accounts)")
          .param("now", now())
          .param("accounts", part)
          .update();
      jdbc.sql(
              """
              insert into password_mail (account_id, links_sent, mailed_at)
              select p.id, 1, cast(:now as timestamp with time zone) from person p
               where p.id in (:accounts)
                 and not exists (select 1 from password_mail m where m.account_id = p.id)
              """)
          .param("now", now())
          .param("accounts", part)
          .update();
      notices.record(PasswordWelcomeRenderer.KIND, WELCOMED, Map.of("accounts", part));
    }
  }

  /**
   * Requests a link for the owner of this account, unless one was sent within the minimum time.
   *
   * @param language {@code en} or {@code es}, for owners without a known one
   * @throws org.springframework.dao.DuplicateKeyException when a concurrent request did so
   */
  @Transactional
  public void forgotten(Login login, String language) {
    if (!isTimeFor(login.id())) {
      return;
    }
    notices.recordAddressed(
        PasswordForgottenRenderer.KIND,
        FORGETFUL,
        Map.of(
            "account", login.id(),
            "name", login.name(),
            "address", login.mail(),
            "language", language));
  }

  private boolean isTimeFor(String account) {
    var known =
        jdbc.sql("select count(*) from password_mail where account_id = ?")
            .param(account)
            .query(Integer.class)
            .single();
    if (known == 0) {
      return jdbc.sql(
                  "insert into password_mail (account_id, links_sent, mailed_at) values (?, 1, ?)")
              .params(List.of(account, now()))
              .update()
          > 0;
    }
    return jdbc.sql(
                """
                update password_mail set links_sent = links_sent + 1, mailed_at = ?
                 where account_id = ? and mailed_at <= ?
                """)
            .params(List.of(now(), account, now().minus(PAUSE)))
            .update()
        > 0;
  }

  private OffsetDateTime now() {
    return at(clock.instant());
  }
}
