package com.customerfocus.notice;

import java.util.Collection;

/**
 * Is told what became of mails; a bean of the room that wants to know. It is told in the
 * transaction that records the result, and once for each result.
 *
 * <p>A listener that fails is told again for each notice alone, then the log names the notices it
 * missed: the result of sending is recorded all the same, because the mail would be sent again
 * otherwise.
 */
public interface DeliveryListener {

  /**
   * The mail server accepted a mail. A delivery report may still say otherwise: {@link
   * #bounced(Notice, Bounce)} is told afterwards then.
   */
  default void delivered(long noticeId, Recipient recipient) {}

  /**
   * The same for all mails of a batch, up to a hundred; a listener that writes to tables does so
   * here with one statement. In this form each mail is told by itself.
   */
  default void delivered(Collection<Notice> notices) {
    notices.forEach(notice -> delivered(notice.id(), notice.recipient()));
  }

  /** A mail did not reach its recipient and is not sent again. */
  default void bounced(Notice notice, Bounce bounce) {}
}
