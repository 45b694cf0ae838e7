package com.customerfocus.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.link.LinkSigner;
import com.customerfocus.notice.ComposedMails;
import com.customerfocus.notice.Mail;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.Recipient;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The frame of all mails to customers, and to whom they go. */
class CustomerMailRendererTests {

  private static final ContactLinks LINKS =
      new ContactLinks(new LinkSigner("https://focus.example", new byte[32]));

  private final Notice queued =
      new Notice(
          7,
          "x",
          1,
          0,
          new Recipient(
              Recipient.customer(5), "Old Name", "old@example.com", "en", ZoneOffset.UTC));

  @Test
  void nameAddressAndLanguageAreThoseOfTheMomentOfSending() {
    var renderer = renderer(ContactPurpose.OWN_CASE, lucia(ContactChoice.NORMAL));
    var addressees = renderer.addressees(List.of(queued));

    assertThat(addressees.refused()).isEmpty();
    assertThat(addressees.notices())
        .containsExactly(
            queued.to(
                new Recipient("customer:5", "Lucía", "lucia@example.com", "es", ZoneOffset.UTC)));
    assertThat(written(renderer, addressees.notices()).text())
        .startsWith("Hola, Lucía:")
        .contains("Mis preferencias de contacto:\n" + LINKS.urlFor(5));
  }

  @Test
  void theHtmlHasTheLinkToTheSettings() {
    var renderer = renderer(ContactPurpose.OWN_CASE, lucia(ContactChoice.NORMAL));

    assertThat(written(renderer, List.of(queued)).html())
        .contains("href=\"" + LINKS.urlFor(5) + "\"")
        .contains("My contact settings");
  }

  @ParameterizedTest
  @CsvSource({"en, 'Hello,'", "es, Hola:"})
  void withoutANameTheGreetingHasNone(String language, String greeting) {
    var nameless = new Recipient("customer:5", " ", "x@example.com", language, ZoneOffset.UTC);
    var renderer = renderer(ContactPurpose.OWN_CASE, lucia(ContactChoice.NORMAL));

    assertThat(written(renderer, List.of(queued.to(nameless))).text())
        .startsWith(greeting + "\n")
        .doesNotContain("customer:5")
        .doesNotContain("Lucía");
  }

  @ParameterizedTest
  @CsvSource({
    "OWN_CASE, NO_CONTACT, 'Contact policy: OWNER_NOTES for OWN_CASE, as the customer wants no contact'",
    "LETTER, NO_LETTERS, 'Contact policy: NO for LETTER, as the customer wants no letters'",
    "OFFER, NO_LETTERS, 'Contact policy: SHOWN_IN_CASE for OFFER, as the customer wants no letters'"
  })
  void whatThePolicyRefusesIsNotWrittenAndItIsSaidWhy(
      ContactPurpose purpose, ContactChoice choice, String why) {
    var addressees = renderer(purpose, lucia(choice)).addressees(List.of(queued));

    assertThat(addressees.notices()).isEmpty();
    assertThat(addressees.refused()).isEqualTo(Map.of(7L, why));
  }

  @Test
  void aCustomerWhoIsGoneGetsNothing() {
    var addressees = renderer(ContactPurpose.LEGAL_ANSWER, null).addressees(List.of(queued));

    assertThat(addressees.refused())
        .isEqualTo(Map.of(7L, "Contact policy: NO for LEGAL_ANSWER, as the customer was removed"));
  }

  @ParameterizedTest
  @EnumSource
  void onlyLettersAndOffersCanBeUnsubscribedFrom(ContactPurpose purpose) {
    var renderer = renderer(purpose, lucia(ContactChoice.NORMAL));
    var ends = purpose == ContactPurpose.LETTER || purpose == ContactPurpose.OFFER;

    assertThat(written(renderer, List.of(queued)).unsubscribe())
        .isEqualTo(ends ? LINKS.urlFor(5) + "/unsubscribe" : null);
  }

  private static MailContent written(
      CustomerMailRenderer<String> renderer, Collection<Notice> notices) {
    return renderer.write(notices).get(7L);
  }

  private static CustomerContact lucia(ContactChoice choice) {
    return new CustomerContact(
        5, "Lucía", "lucia@example.com", "es", ZoneOffset.UTC, ContactState.of(choice));
  }

  private static CustomerMailRenderer<String> renderer(
      ContactPurpose purpose, CustomerContact customer) {
    var contacts =
        new CustomerContacts(null, null) {
          @Override
          public Map<Long, CustomerContact> find(Collection<Long> ids) {
            return customer == null ? Map.of() : Map.of(customer.id(), customer);
          }
        };
    return new CustomerMailRenderer<>("x", purpose, ComposedMails.composer(), contacts, LINKS) {
      @Override
      protected Function<Notice, String> find(Collection<Notice> notices) {
        return notice -> "News";
      }

      @Override
      protected void tell(Mail mail, String what) {
        mail.subject("contact.mail.changed.subject").text(what);
      }
    };
  }
}
