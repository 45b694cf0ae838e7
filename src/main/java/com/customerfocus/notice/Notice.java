package com.customerfocus.notice;

import java.util.Objects;

/**
 * A message to one recipient, about one thing.
 *
 * @param kind what it tells, such as {@code memo-arrived}; names its {@link NoticeRenderer}
 * @param subjectId id of what it is about
 * @param occasion tells apart what is told of one subject again, such as a second reminder; kind,
 *     subject and occasion occur once together
 */
public record Notice(long id, String kind, long subjectId, long occasion, Recipient recipient) {

  /** The same notice, to its recipient as known now. */
  public Notice to(Recipient present) {
    return new Notice(id, kind, subjectId, occasion, present);
  }

  /** Whether it would go to another name or address, or in another language. */
  boolean isReaddressedBy(Notice present) {
    var now = present.recipient();
    return !recipient.name().equals(now.name())
        || !Objects.equals(recipient.address(), now.address())
        || !recipient.language().equals(now.language());
  }
}
