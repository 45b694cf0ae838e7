package com.customerfocus.customercase.news;

import java.time.Instant;

/**
 * What was said between a customer and us about a case.
 *
 * @param cycle in which run of the case, 1 at first
 * @param at of a call when it was, else when it was recorded
 * @param by login of the employee; null where the customer or the program said it
 * @param byName null likewise
 * @param toldAt the moment of the next news that the customer was told, or null
 * @param acceptedAt when the mail server took the mail, or null
 * @param bouncedAt when the mail came back, or null
 * @param dueAt when this news was due; null unless it reached the customer, as far as is known
 * @param correctsId number of the wrong news that this one corrects, or null
 * @param isCorrected whether later news correct it that have not come back
 * @param sender mail address of the person who wrote in the customer's place, or null
 * @param senderName that person's name, or null
 */
public record Contact(
    long id,
    long caseId,
    int cycle,
    Way way,
    String words,
    Instant at,
    Instant recordedAt,
    String by,
    String byName,
    Instant toldAt,
    Instant acceptedAt,
    Instant bouncedAt,
    Instant dueAt,
    Long correctsId,
    boolean isCorrected,
    String sender,
    String senderName) {

  /** Which way it went; stored by its name. */
  public enum Way {
    /** A mail to the customer. */
    MAIL,
    CALL,
    /** Noted by the owner, because the customer wants no contact. Internal. */
    NOTE,
    /** A mail of the customer, or of a person who answers in the customer's place. */
    WROTE,
    /** A message that the customer sent from the page. */
    PAGE;

    /** Whether the customer said it. */
    public boolean isFromCustomer() {
      return this == WROTE || this == PAGE;
    }

    /** Whether the customer's page shows it. */
    public boolean isShown() {
      return this != NOTE;
    }
  }

  /** Whether it is news that a mail server has not accepted, or that came back. */
  public boolean isUndelivered() {
    return way == Way.MAIL && (acceptedAt == null || bouncedAt != null);
  }

  /** Whether a person other than the customer wrote it. */
  public boolean isOfAnother() {
    return sender != null;
  }

  /**
   * What the customer was told, once: news that were not sent, or came back, told nothing wrong.
   */
  public boolean canBeCorrected() {
    return (way == Way.MAIL || way == Way.CALL) && !isUndelivered() && !isCorrected;
  }

  /** As the two clocks see it. */
  Happening happening() {
    return switch (way) {
      case MAIL ->
          bouncedAt != null
              ? Happening.of(Happening.Kind.MAIL_THAT_BOUNCED, recordedAt)
              : acceptedAt == null
                  ? Happening.of(Happening.Kind.PUBLISHED, recordedAt)
                  : new Happening(Happening.Kind.MAIL, acceptedAt, recordedAt, toldAt);
      case CALL -> Happening.of(Happening.Kind.CALL, at).telling(toldAt);
      case NOTE -> Happening.of(Happening.Kind.NOTED_INSTEAD, at);
      case WROTE, PAGE ->
          new Happening(
              isOfAnother() ? Happening.Kind.INTERNAL : Happening.Kind.CUSTOMER_WROTE,
              at,
              recordedAt,
              null);
    };
  }
}
