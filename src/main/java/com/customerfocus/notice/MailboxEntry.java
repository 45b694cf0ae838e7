package com.customerfocus.notice;

import java.time.Instant;

/**
 * A notice as somebody looking over the recipient's shoulder would see it.
 *
 * @param personName the recipient's name, or the employee id of someone no longer known
 * @param address null when there was none
 * @param sentAt null until it was sent
 * @param error why it was not sent, or null
 * @param content null when what it tells of no longer applies
 */
public record MailboxEntry(
    long id,
    String personName,
    String address,
    String language,
    NoticeState state,
    Instant createdAt,
    Instant sentAt,
    String error,
    MailContent content) {}
