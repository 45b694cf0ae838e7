package com.customerfocus.incoming;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one node at a time read a mailbox, and no node before the pause is over: also a mailbox that
 * refuses the login is asked by one node only.
 */
@Component
class MailboxLease {

  private final JdbcClient jdbc;
  private final Clock clock;
  private final String node = UUID.randomUUID().toString();

  MailboxLease(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * How a mailbox was the last time.
   *
   * @param readAt when it was read without trouble, or null
   * @param leaseEndsAt until when it is a node's, which reads; or null
   * @param nextReadAt when it may be read again
   * @param failingSince since when it cannot be read, or null
   */
  record Condition(
      Instant readAt,
      Instant leaseEndsAt,
      Instant nextReadAt,
      Instant failingSince,
      String trouble) {

    /** Until when all was as it should be: a node has read, or should have begun to. */
    Instant expectedAt() {
      return leaseEndsAt == null || leaseEndsAt.isBefore(nextReadAt) ? nextReadAt : leaseEndsAt;
    }
  }

  /** Whether this node may read the mailbox now. */
  boolean take(String mailbox, Duration lease) {
    return update(mailbox, lease, "next_read_at <= :now and") || isFirst(mailbox, lease);
  }

  /** Whether the mailbox is still this node's, which it stays for the whole time again. */
  boolean renew(String mailbox, Duration lease) {
    return update(mailbox, lease, "node is not null and");
  }

  private boolean update(String mailbox, Duration lease, String condition) {
    var now = clock.instant();
    return jdbc.sql(
                """
                update incoming_mailbox set node = :node, lease_ends_at = :leaseEnd
                 where name = :mailbox and %s (node is null or node = :node or lease_ends_at <= :now)
                """
                    .formatted(condition))
            .param("node", node)
            .param("leaseEnd", at(now.plus(lease)))
            .param("mailbox", mailbox)
            .param("now", at(now))
            .update()
        == 1;
  }

  private boolean isFirst(String mailbox, Duration lease) {
    var now = clock.instant();
    try {
      return jdbc.sql(
                  """
                  insert into incoming_mailbox (name, node, lease_ends_at, next_read_at)
                  select cast(:mailbox as varchar(300)), cast(:node as varchar(40)),
                         cast(:leaseEnd as timestamp with time zone),
                         cast(:now as timestamp with time zone)
                   where not exists (select 1 from incoming_mailbox where name = :mailbox)
                  """)
              .param("mailbox", mailbox)
              .param("node", node)
              .param("leaseEnd", at(now.plus(lease)))
              .param("now", at(now))
              .update()
          == 1;
    } catch (DuplicateKeyException e) {
      // Another node was faster.
      return false;
    }
  }

  /** The mailbox was read to its end. */
  void succeeded(String mailbox, Duration pause) {
    var now = clock.instant();
    jdbc.sql(
            """
            update incoming_mailbox
               set node = null, lease_ends_at = null, next_read_at = :next, read_at = :now,
                   failing_since = null, trouble = null
             where name = :mailbox and node = :node
            """)
        .param("next", at(now.plus(pause)))
        .param("now", at(now))
        .param("mailbox", mailbox)
        .param("node", node)
        .update();
  }

  /** The mailbox could not be read, or not to its end. */
  void failed(String mailbox, Duration pause, String trouble) {
    var now = clock.instant();
    jdbc.sql(
            """
            update incoming_mailbox
               set node = null, lease_ends_at = null, next_read_at = :next,
                   failing_since = coalesce(failing_since, :now), trouble = :trouble
             where name = :mailbox and node = :node
            """)
        .param("next", at(now.plus(pause)))
        .param("now", at(now))
        .param("trouble", trouble)
        .param("mailbox", mailbox)
        .param("node", node)
        .update();
  }

  Optional<Condition> condition(String mailbox) {
    return jdbc.sql(
            """
            select read_at, lease_ends_at, next_read_at, failing_since, trouble
              from incoming_mailbox where name = :mailbox
            """)
        .param("mailbox", mailbox)
        .query(RecordMapper.of(Condition.class))
        .optional();
  }
}
