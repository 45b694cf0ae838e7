package com.customerfocus.customercase.introduction;

import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.MailAddress;
import com.customerfocus.support.Texts;
import java.util.Arrays;

/**
 * What an owner says in the task <i>Introduce the contact</i>, as entered. Each step needs some of
 * it.
 *
 * @param decision name of the {@link IntroductionStep}
 * @param contactName of the person who can put it right
 * @param organization for which that person works
 * @param contactMail of that person
 * @param language of that person, {@code en} or {@code es}; null for en
 * @param consent name of the {@link Consent}
 * @param consentFrom who agreed for the customer; null for the customer
 * @param consentNote what they said, or the reason of an override
 * @param story what the contact is told of the customer and the need
 * @param takeOverDays working days to take over, or null for the usual number
 * @param way how the customer is told: {@code MAIL} or {@code CALL}; null for MAIL
 * @param words for the customer to read, or what was said in a call
 * @param calledAt ISO 8601 local time of a call that was, on the owner's clock; null for now
 * @param contactWords for the contact to read, or null
 * @param customersWords with which the customer asks only to be told where to turn
 * @param note for us alone
 */
public record IntroductionWord(
    String decision,
    String contactName,
    String organization,
    String contactMail,
    String language,
    String consent,
    String consentFrom,
    String consentNote,
    String story,
    String takeOverDays,
    String way,
    String words,
    String calledAt,
    String contactWords,
    String customersWords,
    String note) {

  private static final int LONGEST = 4_000;
  private static final int LONGEST_NAME = 200;

  /**
   * The step that was chosen.
   *
   * @throws InvalidInputException when none was
   */
  IntroductionStep step() {
    return one(IntroductionStep.values(), decision, "refusal.case.decision");
  }

  /** How the customer has agreed. */
  Consent agreement() {
    return one(Consent.values(), consent, "refusal.introduction.consent");
  }

  private static <T extends Enum<T>> T one(T[] all, String entered, String whenUnknown) {
    return Arrays.stream(all)
        .filter(it -> it.name().equals(entered))
        .findFirst()
        .orElseThrow(() -> new InvalidInputException(whenUnknown));
  }

  /** What has to be said in a sentence. */
  static String said(String entered, String whenMissing) {
    return Inputs.said(entered, LONGEST, "refusal.case.too-long", whenMissing);
  }

  /** What the customer said, or the reason why it is passed on all the same. */
  String agreed() {
    return said(
        consentNote,
        agreement() == Consent.OVERRIDE
            ? "refusal.introduction.override"
            : "refusal.introduction.consent-note");
  }

  String agreedFrom() {
    return Inputs.limited(consentFrom, LONGEST_NAME, "refusal.case.too-long");
  }

  String name() {
    return line(contactName, "refusal.introduction.name");
  }

  String works() {
    return line(organization, "refusal.introduction.organization");
  }

  private static String line(String entered, String whenMissing) {
    var line = Inputs.limited(entered, LONGEST_NAME, "refusal.case.too-long");
    if (line == null) {
      throw new InvalidInputException(whenMissing);
    }
    return Texts.oneLine(line);
  }

  String mail() {
    return MailAddress.of(contactMail == null ? "" : Texts.strip(contactMail))
        .orElseThrow(() -> new InvalidInputException("refusal.introduction.mail"));
  }

  String speaks() {
    if (Texts.isBlank(language)) {
      return "en";
    }
    if (!language.matches("en|es")) {
      throw new InvalidInputException("refusal.introduction.language");
    }
    return language;
  }

  int days() {
    if (Texts.isBlank(takeOverDays)) {
      return IntroductionRules.DAYS_TO_TAKE_OVER;
    }
    var typed = Texts.strip(takeOverDays);
    if (!typed.matches("\\d{1,2}")
        || Integer.parseInt(typed) < 1
        || Integer.parseInt(typed) > IntroductionRules.MOST_DAYS) {
      throw new InvalidInputException("refusal.introduction.days", IntroductionRules.MOST_DAYS);
    }
    return Integer.parseInt(typed);
  }

  /** For the contact to read, or null. */
  String forContact() {
    return Inputs.limited(contactWords, LONGEST, "refusal.case.too-long");
  }
}
