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
 * Keeps whether mails reach customers: table {@code customer_reach}. What is known belongs to the
 * address that the mail went to: another address on file starts anew, and the old one is still
 * known should it come back.
 */
@Component
class CustomerReach implements DeliveryListener, CustomerDataHolder {

  private static final String KNOWN =
      """
      select customer_id, address, out_since as reach_out_since, soft_bounces as reach_soft,
             soft_since as reach_soft_since, accepted_at as reach_accepted_at,
             accepted_notice as reach_accepted_notice
        from customer_reach
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  CustomerReach(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is known of one address. */
  record Known(long customerId, String address, Reach reach) {

    boolean concerns(Notice notice) {
      return notice.recipient().customerId() == customerId
          && address.equalsIgnoreCase(notice.recipient().address());
    }
  }

  /** One query for a batch; few addresses have bounces that a success could end. */
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
                KNOWN
                    + " where customer_id in (:ids) and soft_bounces > 0 and out_since is null"
                    + " order by customer_id, address for update")
            .param(
                "ids",
                toCustomers.stream().map(it -> it.recipient().customerId()).distinct().toList())
            .query(RecordMapper.of(Known.class))
            .list();
    for (var address : known) {
      toCustomers.stream()
          .filter(address::concerns)
          .findFirst()
          .ifPresent(
              notice -> save(address, reach -> reach.accepted(notice.id(), clock.instant())));
    }
  }

  @Override
  @Transactional
  public void bounced(Notice notice, Bounce bounce) {
    var recipient = notice.recipient();
    if (recipient.kind() != Recipient.Kind.CUSTOMER
        || recipient.address() == null
        || bounce.kind() == Bounce.Kind.OURS
        || !lock(recipient.customerId())) {
      return;
    }
    var now = clock.instant();
    var known =
        find(recipient.customerId(), recipient.address())
            .orElseGet(() -> new Known(recipient.customerId(), recipient.address(), Reach.UNKNOWN));
    save(
        known,
        reach ->
            bounce.kind() == Bounce.Kind.HARD
                ? reach.hardBounce(now)
                : reach.softBounce(notice.id(), now));
  }

  /** False when the customer's data were removed. */
  private boolean lock(long customerId) {
    return jdbc.sql("select id from customer where id = :id for update")
        .param("id", customerId)
        .query(Long.class)
        .optional()
        .isPresent();
  }

  private Optional<Known> find(long customerId, String address) {
    return jdbc.sql(
            KNOWN + " where customer_id = :customer and address = lower(:address) for update")
        .param("customer", customerId)
        .param("address", address)
        .query(RecordMapper.of(Known.class))
        .optional();
  }

  private void save(Known known, UnaryOperator<Reach> event) {
    var after = event.apply(known.reach());
    if (after.equals(known.reach())) {
      return;
    }
    var isKnown =
        write(
            """
            update customer_reach
               set out_since = :outSince, soft_bounces = :soft, soft_since = :softSince,
                   accepted_at = :acceptedAt, accepted_notice = :acceptedNotice
             where customer_id = :customer and address = lower(:address)
            """,
            known,
            after);
    if (!isKnown) {
      write(
          """
          insert into customer_reach (customer_id, address, out_since, soft_bounces, soft_since,
                                      accepted_at, accepted_notice)
          values (:customer, lower(:address), :outSince, :soft, :softSince, :acceptedAt,
                  :acceptedNotice)
          """,
          known,
          after);
    }
  }

  private boolean write(String sql, Known known, Reach after) {
    return jdbc.sql(sql)
            .param("customer", known.customerId())
            .param("address", known.address())
            .param("outSince", at(after.outSince()), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("soft", after.soft())
            .param("softSince", at(after.softSince()), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("acceptedAt", at(after.acceptedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("acceptedNotice", after.acceptedNotice(), Types.BIGINT)
            .update()
        > 0;
  }

  @Override
  public String part() {
    return "bouncedAddresses";
  }

  @Override
  public Object export(Subject customer) {
    return jdbc.sql(KNOWN + " where customer_id = :customer order by address")
        .param("customer", customer.id())
        .query(RecordMapper.of(Known.class))
        .list();
  }

  /** The addresses go with the customer's own row. */
  @Override
  public void remove(Subject customer) {}
}
