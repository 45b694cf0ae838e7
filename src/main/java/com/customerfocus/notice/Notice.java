package com.customerfocus.notice;

/**
 * A message to one recipient, about one thing.
 *
 * @param kind what it tells, such as {@code memo-arrived}; names its {@link NoticeRenderer}
 * @param subjectId id of what it is about
 * @param occasion tells apart what is told of one subject again, such as a second reminder; kind,
 *     subject and occasion occur once together
 */
public record Notice(long id, String kind, long subjectId, long occasion, Recipient recipient) {}
