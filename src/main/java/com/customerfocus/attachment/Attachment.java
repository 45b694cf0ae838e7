package com.customerfocus.attachment;

import java.time.Instant;

/**
 * A file that a person attached, without its content.
 *
 * @param name for people to read; it may hold any character that shows something, quotation marks
 *     and angle brackets too
 * @param mediaType by the content, such as {@code application/pdf}
 * @param size bytes
 * @param sha256 of the content, in hexadecimal digits
 * @param addedBy login of the person
 */
public record Attachment(
    long id,
    AttachmentSubject subject,
    String name,
    String mediaType,
    int size,
    String sha256,
    String addedBy,
    Instant addedAt) {}
