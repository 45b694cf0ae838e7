package com.customerfocus.notice;

/**
 * A notice in words, ready to be sent.
 *
 * @param text plain text
 * @param html a whole HTML document; everything that people wrote in it is escaped
 */
public record MailContent(String subject, String text, String html) {}
