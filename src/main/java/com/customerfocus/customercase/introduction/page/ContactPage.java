package com.customerfocus.customercase.introduction.page;

import com.customerfocus.customercase.introduction.IntroductionState;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a contact outside sees: who asks, and what the contact was told by mail. Nothing of the
 * customer's own page.
 *
 * @param language {@code en} or {@code es}
 * @param zone of the clock that the owner goes by
 * @param ownerMail how to reach the owner, or null
 * @param story what the contact is told of the customer and the need
 * @param answerDueAt until when the contact says whether they help
 * @param takeOverDueAt when the contact is asked whether they took over, or null
 * @param isConfirmed whether the contact has said that they took over
 */
public record ContactPage(
    String language,
    ZoneId zone,
    String contactName,
    String customerName,
    String ownerName,
    String ownerMail,
    String story,
    IntroductionState state,
    Instant answerDueAt,
    Instant takeOverDueAt,
    boolean isConfirmed) {

  /** Whether the contact is asked whether they help. */
  public boolean isAskedToHelp() {
    return state == IntroductionState.BRIEFED;
  }

  /** Whether the contact is asked whether they took over. */
  public boolean isAskedWhetherTakenOver() {
    return state == IntroductionState.INTRODUCED && !isConfirmed;
  }

  /** Whether there is nothing more to say, for the contact. */
  public boolean isOver() {
    return !state.isOpen();
  }

  /** Which words say how things stand. */
  public String status() {
    return isConfirmed ? "CONFIRMED" : isOver() ? "OVER" : state.name();
  }
}
