package com.customerfocus.customer;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.notice.Bounce;
import com.customerfocus.notice.DeliveryListener;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.Recipient;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps whether mails reach customers. What is known belongs to the address that the mail went to:
 * another address on file starts anew, and the old one is still known should it come back.
 */
@Component
class CustomerReach implements DeliveryListener {

  private static final String COLUMNS =
      """
      select id, mail, bounce_mail, bounced_at as reach_out_since, soft_bounces as reach_soft,
             soft_bounced_at as reach_soft_since, accepted_at as reach_accepted_at,
             accepted_notice as reach_accepted_notice
        from customer
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  CustomerReach(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is on file about one customer. */
  record Known(long id, String mail, String bounceMail, Reach reach) {

    /** What is known about the address on file. */
    Reach present() {
      return Reach.concerns(bounceMail, mail) ? reach : Reach.UNKNOWN;
    }
  }

  /** One query for a batch; few customers have bounces that a success could end. */
  @Override
  @Transactional
  public void delivered(Collection<Notice> notices) {
    var toCustomers =
        notices.stream()
            .filter(notice -> notice.recipient().kind() == Recipient.Kind.CUSTOMER)
            .toList();
    if (toCustomers.isEmpty()) {
      return;
    }
    var known =
        jdbc.sql(
                COLUMNS
                    + " where id in (:ids) and soft_bounces > 0 and bounced_at is null"
                    + " order by id for update")
            .param("ids", toCustomers.stream().map(CustomerReach::customerId).distinct().toList())
            .query(RecordMapper.of(Known.class))
            .list();
    for (var customer : known) {
      toCustomers.stream()
          .filter(notice -> customerId(notice) == customer.id())
          .findFirst()
          .ifPresent(
              notice ->
                  update(customer, notice, reach -> reach.accepted(notice.id(), clock.instant())));
    }
  }

  @Override
  @Transactional
  public void bounced(Notice notice, Bounce bounce) {
    if (notice.recipient().kind() != Recipient.Kind.CUSTOMER || bounce.kind() == Bounce.Kind.OURS) {
      return;
    }
    var now = clock.instant();
    lock(customerId(notice))
        .ifPresent(
            customer ->
                update(
                    customer,
                    notice,
                    reach ->
                        bounce.kind() == Bounce.Kind.HARD
                            ? reach.hardBounce(now)
                            : reach.softBounce(notice.id(), now)));
  }

  private Optional<Known> lock(long customerId) {
    return jdbc.sql(COLUMNS + " where id = :id for update")
        .param("id", customerId)
        .query(RecordMapper.of(Known.class))
        .optional();
  }

  private void update(Known customer, Notice notice, UnaryOperator<Reach> event) {
    // The mail may have gone to an address that was replaced since.
    if (customer.mail() == null
        || !customer.mail().equalsIgnoreCase(notice.recipient().address())) {
      return;
    }
    var before = customer.present();
    var after = event.apply(before);
    if (after.equals(before)) {
      return;
    }
    jdbc.sql(
            """
            update customer
               set bounce_mail = mail, bounced_at = :outSince, soft_bounces = :soft,
                   soft_bounced_at = :softSince, accepted_at = :acceptedAt,
                   accepted_notice = :acceptedNotice
             where id = :id
            """)
        .param("outSince", at(after.outSince()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("soft", after.soft())
        .param("softSince", at(after.softSince()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("acceptedAt", at(after.acceptedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("acceptedNotice", after.acceptedNotice(), Types.BIGINT)
        .param("id", customer.id())
        .update();
  }

  private static long customerId(Notice notice) {
    return notice.recipient().customerId();
  }
}
