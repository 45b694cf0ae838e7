package com.customerfocus.incoming;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.incoming.message.MailKind;
import com.customerfocus.support.Timestamps;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who got an automatic answer when, so that no address gets more than {@link AnswerRule} allows.
 */
@Service
class AutomaticAnswers {

  private final JdbcClient jdbc;
  private final Clock clock;

  AutomaticAnswers(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Whether a mail gets an automatic answer; if so, that is put down in the caller's transaction,
   * in which the answer is recorded, too. Two mails of one address at the same moment get one.
   *
   * @param from address of the sender in lower case, or null
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean claim(MailKind kind, String from) {
    var now = clock.instant();
    if (from != null) {
      // The row is there to be locked, by an address that never got an answer as well.
      jdbc.sql(
              """
              insert into incoming_answer (address, answered_at)
              select cast(:address as varchar(254)), cast(:never as timestamp with time zone)
               where not exists (select 1 from incoming_answer where address = :address)
              """)
          .param("address", from)
          .param("never", at(now.minus(AnswerRule.ONE_IN)))
          .update();
    }
    var last =
        jdbc.sql("select answered_at from incoming_answer where address = :address for update")
            .param("address", from == null ? "" : from)
            .query((row, n) -> Timestamps.instant(row, "answered_at"))
            .optional();
    var mayAnswer = AnswerRule.mayAnswer(kind, from, last.orElse(null), now);
    if (mayAnswer) {
      jdbc.sql("update incoming_answer set answered_at = :now where address = :address")
          .param("now", at(now))
          .param("address", from)
          .update();
    }
    return mayAnswer;
  }

  /** Removes what no longer keeps an address from an answer. */
  void removeOld() {
    jdbc.sql("delete from incoming_answer where answered_at <= :old")
        .param("old", at(clock.instant().minus(AnswerRule.ONE_IN)))
        .update();
  }
}
