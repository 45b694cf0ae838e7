package com.customerfocus.notice;

import java.time.Instant;

/**
 * A notice as its recipient sees it.
 *
 * @param sentAt null until it was sent
 * @param error why it was not sent, or null
 * @param content null when what it tells of no longer applies
 */
public record MailboxEntry(
    long id,
    Recipient recipient,
    NoticeState state,
    Instant createdAt,
    Instant sentAt,
    String error,
    MailContent content) {}
