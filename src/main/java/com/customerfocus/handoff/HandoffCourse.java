package com.customerfocus.handoff;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a handoff goes on after a step, as its process needs it.
 *
 * @param handoff as it is now
 * @param subject customer, need and when it is due, as names of tasks have it
 * @param holderId employee id of the person of the partner whose task it is: the one who has it, or
 *     the head of a department whose group has no member to act; null while the group has it
 * @param dueAt until when the side whose turn it is has time
 * @param asksForNewDate whether the partner has just asked for a later date
 * @param waitsFor what the requester waits for: customer, partner, need and date; null while the
 *     step has changed none of them
 */
public record HandoffCourse(
    Handoff handoff,
    String subject,
    String holderId,
    Instant dueAt,
    boolean asksForNewDate,
    String waitsFor) {

  /** Of a request whose clocks are not set yet. */
  static HandoffCourse begun(Handoff handoff, HandoffDates dates) {
    return new HandoffCourse(handoff, handoff.title(), null, null, false, null).withWaitsFor(dates);
  }

  /**
   * The same, with what the requester waits for.
   *
   * @param dates of the partner
   */
  HandoffCourse withWaitsFor(HandoffDates dates) {
    return new HandoffCourse(
        handoff, subject, holderId, dueAt, asksForNewDate, waitsFor(handoff, dates));
  }

  /**
   * What the requester waits for.
   *
   * @param dates of the partner
   */
  static String waitsFor(Handoff handoff, HandoffDates dates) {
    var what =
        Stream.of(handoff.customerName(), handoff.partnerDepartmentName(), handoff.subject())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return "%s (%s)".formatted(what, dates.inWords(handoff.expectedAt(), Locale.ENGLISH));
  }

  /** Whether the requester waits for something else, or until another date, than before. */
  boolean isOtherThan(Handoff before) {
    return !handoff.expectedAt().equals(before.expectedAt())
        || !handoff.subject().equals(before.subject())
        || !handoff.partnerDepartment().equals(before.partnerDepartment());
  }
}
