package com.customerfocus.customercase.introduction;

import com.customerfocus.customer.ContactDecision;
import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.introduction.mails.IntroductionMails;
import com.customerfocus.customercase.news.News;
import com.customerfocus.customercase.news.NewsEntry;
import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.link.ProgramAddress;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.MailAddress;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What owners tell contacts outside and customers of each other. */
@Component
class IntroductionTelling {

  private static final String BY_CALL = "CALL";

  private final Introductions introductions;
  private final IntroductionMails mails;
  private final News news;
  private final CustomerContacts customers;
  private final PersonalDueDates dates;
  private final ProgramAddress program;
  private final Clock clock;

  IntroductionTelling(
      Introductions introductions,
      IntroductionMails mails,
      News news,
      CustomerContacts customers,
      PersonalDueDates dates,
      ProgramAddress program,
      Clock clock) {
    this.introductions = introductions;
    this.mails = mails;
    this.news = news;
    this.customers = customers;
    this.dates = dates;
    this.program = program;
    this.clock = clock;
  }

  /** The customer's consent is on record before the contact gets a word. */
  void brief(CustomerCase about, IntroductionWord word, String by) {
    var consent = word.agreement();
    var agreed = word.agreed();
    mustBeContacted(about);
    var id =
        introductions.add(
            new Introductions.NewRow(
                about.id(),
                about.cycle(),
                IntroductionState.BRIEFED,
                word.name(),
                word.works(),
                notCustomers(word.mail(), about),
                word.speaks(),
                consent,
                word.agreedFrom(),
                agreed,
                forContact(IntroductionWord.said(word.story(), "refusal.introduction.story")),
                word.days(),
                dates.inDays(IntroductionRules.DAYS_TO_ANSWER, about.ownerId()),
                null,
                null,
                clock.instant(),
                by));
    mails.brief(id);
  }

  /** The contact has said yes in a call. */
  void agreed(Introduction it, IntroductionWord word, String by) {
    introductions.agree(
        it.id(),
        IntroductionWord.said(word.note(), "refusal.introduction.what-said"),
        by,
        clock.instant());
  }

  /** A mail each: that to the contact has nothing with which one could act for the customer. */
  void introduce(CustomerCase about, Introduction it, IntroductionWord word, String by) {
    mustBeContacted(about);
    var contactWords = forContact(word.forContact());
    var entry = new NewsEntry(word.words(), null, word.calledAt(), null);
    Long mail = null;
    if (BY_CALL.equals(word.way())) {
      news.called(about.id(), entry, by);
    } else {
      mail = news.introduce(about.id(), entry, by).orElse(null);
    }
    introductions.introduce(
        it.id(),
        mail,
        word.words(),
        contactWords,
        dates.inDays(it.takeOverDays(), about.ownerId()),
        clock.instant());
    mails.introduce(it.id());
  }

  /** Only because the customer asks for it, in the customer's words. */
  void cold(CustomerCase about, IntroductionWord word, String by) {
    introductions.add(
        new Introductions.NewRow(
            about.id(),
            about.cycle(),
            IntroductionState.COLD,
            word.name(),
            word.works(),
            null,
            word.speaks(),
            null,
            null,
            null,
            null,
            0,
            null,
            IntroductionWord.said(word.customersWords(), "refusal.introduction.cold"),
            word.words(),
            clock.instant(),
            by));
  }

  private String forContact(String text) {
    if (IntroductionRules.holdsLink(text, program.host())) {
      throw new InvalidInputException("refusal.introduction.link");
    }
    return text;
  }

  /** A customer who got the contact's page would answer in the contact's place. */
  private String notCustomers(String mail, CustomerCase about) {
    var customer = customers.find(List.of(about.customerId())).get(about.customerId());
    if (customer != null
        && customer.mail() != null
        && MailAddress.key(customer.mail()).equals(MailAddress.key(mail))) {
      throw new InvalidInputException("refusal.introduction.customers-mail");
    }
    return mail;
  }

  /** Asked again when the mails are sent. */
  private void mustBeContacted(CustomerCase about) {
    var decision =
        customers
            .decide(List.of(about.customerId()), IntroductionMails.OCCASION)
            .get(about.customerId());
    if (decision == ContactDecision.OWNER_NOTES || decision == ContactDecision.NO) {
      throw new InvalidInputException("refusal.introduction.no-contact");
    }
  }
}
