package com.customerfocus.notice;

import java.time.ZoneId;

/**
 * The reader of a mail, an employee or a person outside the organization, as known when the notice
 * was recorded.
 *
 * @param id employee id, or the id under which the room that recorded the notice knows the reader
 * @param address mail address, or null
 * @param language {@code en} or {@code es}
 * @param zone of the clock that the reader goes by
 */
public record Recipient(String id, String name, String address, String language, ZoneId zone) {}
