package com.customerfocus.customer;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether mails reach one address of a customer, as far as mail servers have said. A plain value;
 * each event makes the next one.
 *
 * <p>Acceptance by a mail server is no proof of delivery: the report that a mailbox is full comes
 * hours or days later. So an accepted mail counts as a success once no report can be expected any
 * more, after {@link #REPORTS_WITHIN}; otherwise each soft bounce of a mail that our own server had
 * accepted would follow a success, and there would never be three in a row.
 *
 * @param outSince since when mails to the address come back for good, or null
 * @param soft how many in a row came back for now
 * @param softSince when the first of them did, or null
 * @param acceptedAt when a mail after the last of them was accepted that has not come back, or null
 * @param acceptedNotice its notice, or null
 */
record Reach(
    Instant outSince, int soft, Instant softSince, Instant acceptedAt, Long acceptedNotice) {

  /** An address of which nothing is known. */
  static final Reach UNKNOWN = new Reach(null, 0, null, null, null);

  /** RFC 5321, section 4.5.4.1: servers give up after four to five days, and report it. */
  static final Duration REPORTS_WITHIN = Duration.ofDays(5);

  private static final int SOFT_BOUNCES = 3;
  private static final Duration SOFT_FOR = Duration.ofDays(7);

  boolean isOut() {
    return outSince != null;
  }

  /** The address does not exist: out of reach at once. */
  Reach hardBounce(Instant now) {
    return isOut() ? this : new Reach(now, soft, softSince, acceptedAt, acceptedNotice);
  }

  /** Out of reach after three in at least seven days without a success between them. */
  Reach softBounce(long notice, Instant now) {
    if (isOut()) {
      return this;
    }
    var bouncedAfterAll = acceptedNotice != null && acceptedNotice == notice;
    if (!bouncedAfterAll && isSuccess(now)) {
      return new Reach(null, 1, now, null, null);
    }
    var count = soft + 1;
    var since = softSince == null ? now : softSince;
    var isOut = count >= SOFT_BOUNCES && !now.isBefore(since.plus(SOFT_FOR));
    return new Reach(
        isOut ? now : null,
        count,
        since,
        bouncedAfterAll ? null : acceptedAt,
        bouncedAfterAll ? null : acceptedNotice);
  }

  /** A mail server accepted the mail of this notice. */
  Reach accepted(long notice, Instant now) {
    if (isOut() || soft == 0) {
      return this;
    }
    if (isSuccess(now)) {
      return UNKNOWN;
    }
    return acceptedAt == null ? new Reach(null, soft, softSince, now, notice) : this;
  }

  private boolean isSuccess(Instant now) {
    return acceptedAt != null && !now.isBefore(acceptedAt.plus(REPORTS_WITHIN));
  }
}
