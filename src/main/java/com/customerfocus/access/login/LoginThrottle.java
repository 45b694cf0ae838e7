package com.customerfocus.access.login;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.link.LinkSigner;
import com.customerfocus.sweep.Sweep;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down password guessing, by account and by client address, on all nodes together. Attempts
 * from one address never lock out a person at another, and no lock is permanent.
 *
 * <p>An attempt during a delay is refused unchecked and not counted. Only failures are written. The
 * table has a digest of the account under the installation's key, because people type their
 * password into the wrong field.
 */
@Component
public class LoginThrottle {

  /** Retention of failures after the end of the last delay. */
  static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

  private static final String ALL_ACCOUNTS = "all";
  private static final String MAILS = "mails";
  private static final char PURPOSE = 'l';
  private static final int MOST_RACES = 5;

  private final JdbcClient jdbc;
  private final LinkSigner digests;
  private final Clock clock;

  LoginThrottle(JdbcClient jdbc, LinkSigner digests, Clock clock) {
    this.jdbc = jdbc;
    this.digests = digests;
    this.clock = clock;
  }

  /** Whether a login of this account from the current request's address is delayed. */
  public boolean isHeldBack(String account) {
    return isHeldBack(List.of(digest(account), ALL_ACCOUNTS));
  }

  /** Counts a failed login; the account may be unknown. */
  public void failed(String account) {
    count(LoginDelay.ACCOUNT, digest(account));
    count(LoginDelay.ADDRESS, ALL_ACCOUNTS);
  }

  /** Deletes the account's failures from the same address: the person mistyped. */
  public void succeeded(String account) {
    jdbc.sql("delete from login_failure where account = ? and address = ?")
        .params(digest(account), ClientAddress.current())
        .update();
  }

  /** Ends the account's delays for all addresses. */
  public void forget(String account) {
    jdbc.sql("delete from login_failure where account = ?").param(digest(account)).update();
  }

  /**
   * Counts a request for a mail.
   *
   * @return false when there were too many from its address
   */
  public boolean mayAskForMail() {
    if (isHeldBack(List.of(MAILS))) {
      return false;
    }
    count(LoginDelay.MAIL, MAILS);
    return true;
  }

  /** Number of current delays, counted up to {@code most}. */
  int heldBack(int most) {
    return jdbc.sql(
            """
            select count(*) from (
              select account from login_failure where blocked_until > :now
               fetch first :most rows only) held
            """)
        .param("now", at(clock.instant()))
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  @Bean
  Sweep forgottenLogins() {
    return Sweep.ofOneBatch("logins", Duration.ofMinutes(10), this::sweep);
  }

  void sweep() {
    jdbc.sql("delete from login_failure where blocked_until < :before")
        .param("before", at(clock.instant().minus(FORGOTTEN_AFTER)))
        .update();
  }

  private boolean isHeldBack(List<String> accounts) {
    return jdbc.sql(
                """
                select count(*) from login_failure
                 where account in (:accounts) and address = :address and blocked_until > :now
                """)
            .param("accounts", accounts)
            .param("address", ClientAddress.current())
            .param("now", at(clock.instant()))
            .query(Integer.class)
            .single()
        > 0;
  }

  private record Failures(int count, Instant blockedUntil) {}

  /** Counts a failure; retries when another node has counted one at the same time. */
  private void count(LoginDelay delay, String account) {
    var address = ClientAddress.current();
    for (var race = 0; race < MOST_RACES; race++) {
      var known = find(account, address);
      var now = clock.instant();
      var before = known == null ? 0 : known.count();
      var isForgotten = known == null || known.blockedUntil().isBefore(now.minus(FORGOTTEN_AFTER));
      var failures =
          isForgotten ? 1 : delay.left(before, Duration.between(known.blockedUntil(), now)) + 1;
      if (write(account, address, before, failures, now.plus(delay.after(failures)))) {
        return;
      }
    }
  }

  private Failures find(String account, String address) {
    return jdbc.sql(
            "select failures as count, blocked_until from login_failure where account = ? and address = ?")
        .params(account, address)
        .query(RecordMapper.of(Failures.class))
        .optional()
        .orElse(null);
  }

  private boolean write(
      String account, String address, int before, int failures, Instant blockedUntil) {
    if (before > 0) {
      return jdbc.sql(
                  """
                  update login_failure set failures = ?, blocked_until = ?
                   where account = ? and address = ? and failures = ?
                  """)
              .params(failures, at(blockedUntil), account, address, before)
              .update()
          > 0;
    }
    try {
      jdbc.sql(
              "insert into login_failure (account, address, failures, blocked_until)"
                  + " values (?, ?, ?, ?)")
          .params(account, address, failures, at(blockedUntil))
          .update();
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  private String digest(String account) {
    return HexFormat.of()
        .formatHex(digests.sign(PURPOSE, account.getBytes(StandardCharsets.UTF_8)));
  }
}
