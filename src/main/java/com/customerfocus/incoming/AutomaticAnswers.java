package com.customerfocus.incoming;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.incoming.message.MailKind;
import com.customerfocus.support.Timestamps;
import java.time.Clock;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who got an automatic answer when, so that no address gets more than {@link AnswerRule} allows.
 */
@Service
public class AutomaticAnswers {

  private final JdbcClient jdbc;
  private final TransactionTemplate savepoint;
  private final Clock clock;

  AutomaticAnswers(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.clock = clock;
  }

  /**
   * Whether a mail gets an automatic answer; if so, that is put down in the caller's transaction,
   * in which the answer is recorded, too. Two mails of one address at the same moment get one: the
   * second waits for the transaction of the first.
   *
   * @param bulk whether it came through a list or as one of many
   * @param from address of the sender in lower case, or null
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean claim(MailKind kind, boolean bulk, String from) {
    var now = clock.instant();
    if (!AnswerRule.mayAnswer(kind, bulk, from, null, now)) {
      return false;
    }
    if (isFirst(from, now)) {
      return true;
    }
    var last =
        jdbc.sql("select answered_at from incoming_answer where address = :address for update")
            .param("address", from)
            .query((row, n) -> Timestamps.instant(row, "answered_at"))
            .optional();
    if (last.isEmpty()) {
      // It was removed meanwhile, as it is too old.
      return isFirst(from, now);
    }
    var mayAnswer = AnswerRule.mayAnswer(kind, bulk, from, last.get(), now);
    if (mayAnswer) {
      jdbc.sql("update incoming_answer set answered_at = :now where address = :address")
          .param("now", at(now))
          .param("address", from)
          .update();
    }
    return mayAnswer;
  }

  /**
   * Whether the answer is the first one on record for this address. Behind a savepoint, because
   * PostgreSQL gives up the whole transaction for an insert that another one was faster with.
   */
  private boolean isFirst(String from, Instant now) {
    try {
      return Boolean.TRUE.equals(savepoint.execute(status -> insert(from, now) == 1));
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  private int insert(String from, Instant now) {
    return jdbc.sql(
            """
            insert into incoming_answer (address, answered_at)
            select cast(:address as varchar(254)), cast(:now as timestamp with time zone)
             where not exists (select 1 from incoming_answer where address = :address)
            """)
        .param("address", from)
        .param("now", at(now))
        .update();
  }

  /** Removes what no longer keeps an address from an answer. */
  void removeOld() {
    jdbc.sql("delete from incoming_answer where answered_at <= :old")
        .param("old", at(clock.instant().minus(AnswerRule.ONE_IN)))
        .update();
  }
}
