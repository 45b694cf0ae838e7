package com.customerfocus.customercase;

import static com.customerfocus.customercase.CaseState.CHECKING_COMFORT;
import static com.customerfocus.customercase.CaseState.CLOSED;
import static com.customerfocus.customercase.CaseState.FINDING_OUT;
import static com.customerfocus.customercase.CaseState.INTRODUCING;
import static com.customerfocus.customercase.CaseState.JOINED;
import static com.customerfocus.customercase.CaseState.PUTTING_RIGHT;
import static com.customerfocus.customercase.CaseState.UNDERSTANDING;
import static com.customerfocus.customercase.CaseState.WITHDRAWN;
import static com.customerfocus.customercase.CaseState.WITH_PARTNER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * What happens to a customer's case: from which states, by whom, and where it leads. One step is
 * one row of the case's history, except that news and calls are rows of their own.
 */
public enum CaseStep {
  /** The beginning. */
  OPEN(By.PROGRAM, UNDERSTANDING),
  /** We can put it right. */
  PUT_RIGHT(By.OWNER, PUTTING_RIGHT, UNDERSTANDING, FINDING_OUT),
  /** A partner department can. */
  ASK_PARTNER(By.OWNER, WITH_PARTNER, UNDERSTANDING, FINDING_OUT),
  /** An organization outside can. */
  INTRODUCE(By.OWNER, INTRODUCING, UNDERSTANDING, FINDING_OUT),
  /** It is not known yet. */
  FIND_OUT(By.OWNER, FINDING_OUT, UNDERSTANDING),
  /** It is known who will know, and by when. */
  WAIT_FOR_ANSWER(By.OWNER, null, FINDING_OUT),
  /** The partner department has delivered, and the owner has confirmed it. */
  PARTNER_DELIVERED(By.PROGRAM, PUTTING_RIGHT, WITH_PARTNER),
  /**
   * The partner department could not do it, or the owner has withdrawn the handoff: who else can is
   * to be found out.
   */
  PARTNER_FAILED(By.PROGRAM, FINDING_OUT, WITH_PARTNER),
  /** Put right; the customer is told what was done. */
  SOLVED(By.OWNER, CHECKING_COMFORT, PUTTING_RIGHT),
  /** The contact outside has taken over; the customer is told. */
  INTRODUCED(By.OWNER, CHECKING_COMFORT, INTRODUCING),
  /** The contact outside does not help, or has not taken over. */
  CONTACT_FAILED(By.PROGRAM, UNDERSTANDING, INTRODUCING),
  /** It was not understood well enough. */
  LOOK_AGAIN(By.OWNER, UNDERSTANDING, PUTTING_RIGHT, INTRODUCING),
  /** The customer has the right contact, by own word or by the owner's note. */
  COMFORTABLE(By.BOTH, CaseState.COMFORTABLE, CHECKING_COMFORT),
  NOT_COMFORTABLE(By.BOTH, UNDERSTANDING, CHECKING_COMFORT),
  /** The customer is asked again. */
  ASK_AGAIN(By.PROGRAM, null, CHECKING_COMFORT),
  /** The customer was asked three times. */
  ANSWER_MISSING(By.PROGRAM, CaseState.UNCONFIRMED, CHECKING_COMFORT),
  CLOSE(By.OWNER, CLOSED, CaseState.COMFORTABLE, CaseState.UNCONFIRMED),
  /** The customer says after closing that they are not comfortable. */
  REOPEN(By.CUSTOMER, UNDERSTANDING, CLOSED),
  /** News for the customer, also that nothing has changed. */
  UPDATE(By.OWNER, null, open()),
  /** News that says which earlier news was wrong. */
  CORRECT(By.OWNER, null, open()),
  /** A call with the customer. */
  CALL(By.OWNER, null, open()),
  /** For us alone. */
  NOTE(By.OWNER, null, open()),
  CHANGE_PRIORITY(By.OWNER, null, open()),
  /** It is about something else than it seemed, such as a complaint. */
  CHANGE_KIND(By.OWNER, null, open()),
  /**
   * The customer has the answer that a law demands, whether they are comfortable with it or not.
   */
  ANSWERED(By.OWNER, null, open()),
  /** Goodwill was offered, granted or refused; the note says which. */
  GOODWILL(By.PROGRAM, null, open()),
  /** The customer wants nothing more in this matter. */
  WITHDRAW(By.OWNER, WITHDRAWN, open()),
  /** Another employee owns it from then on. */
  MOVE(By.PROGRAM, null, open()),
  /** Another case of the customer takes it in. */
  JOIN(By.OWNER, JOINED, open()),
  /** It takes in another case of the customer. */
  TAKE_IN(By.OWNER, null, open());

  /** Who takes a step. */
  public enum By {
    OWNER,
    CUSTOMER,
    /** The customer, or the owner for them. */
    BOTH,
    PROGRAM
  }

  private final By by;
  private final CaseState to;
  private final Set<CaseState> from;

  CaseStep(By by, CaseState to, CaseState... from) {
    this.by = by;
    this.to = to;
    this.from = Set.of(from);
  }

  private static CaseState[] open() {
    return EnumSet.allOf(CaseState.class).stream()
        .filter(state -> !state.isOver())
        .toArray(CaseState[]::new);
  }

  public By by() {
    return by;
  }

  /** Whether it is said to the customer or noted, and changes nothing else. */
  boolean isContact() {
    return this == UPDATE || this == CORRECT || this == CALL;
  }

  /** Whether it can be taken there; a stale page may ask for what is over. */
  public boolean isPossibleIn(CaseState state) {
    return from.contains(state);
  }

  /** Those of these that can be taken there, in order. */
  public static Set<CaseStep> possibleIn(CaseState state, Set<CaseStep> steps) {
    var possible = EnumSet.noneOf(CaseStep.class);
    Arrays.stream(values())
        .filter(step -> steps.contains(step) && step.isPossibleIn(state))
        .forEach(possible::add);
    return possible;
  }

  /**
   * The state after this step.
   *
   * @throws IllegalStateException where it is not possible
   */
  CaseState after(CaseState state) {
    if (!isPossibleIn(state)) {
      throw new IllegalStateException("%s is not possible in %s".formatted(this, state));
    }
    return to == null ? state : to;
  }
}
