package com.customerfocus.attachment;

/**
 * What a file is attached to.
 *
 * @param kind a capability's word for it, see {@link AttachmentReaders}
 * @param id its number in the capability's table
 */
public record AttachmentSubject(String kind, long id) {}
