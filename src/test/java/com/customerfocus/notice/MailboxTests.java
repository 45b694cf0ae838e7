package com.customerfocus.notice;

import static com.customerfocus.notice.NoticeState.FAILED;
import static com.customerfocus.notice.NoticeState.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

class MailboxTests extends NoticeTestBase {

  private final Mailbox mailbox;

  MailboxTests(ApplicationContext program) {
    super(program);
    mailbox = program.getBean(Mailbox.class);
  }

  @Test
  void aMailThatIsNotThereIsNotFound() {
    assertThat(mailbox.find(4711)).isEmpty();
  }

  @Test
  void showsEachMailAsItIsSentNewestFirst() {
    person(1, "Íñigo Núñez", "inigo@example.com", "es");
    greetEveryone();
    sender.sendDue();
    person(2, "Ben", null, "en");
    greetEveryone();

    var mails = mailbox.newest("", Long.MAX_VALUE, 50);

    assertThat(mails)
        .extracting(mail -> mail.recipient().name())
        .containsExactly("Ben", "Íñigo Núñez");
    assertThat(mails).extracting(MailboxEntry::state).containsExactly(FAILED, SENT);
    assertThat(mails.get(0).error()).isEqualTo("No mail address on file");
    assertThat(mails.get(1).sentAt()).isEqualTo(clock.instant());
    assertThat(mails.get(1).content().subject()).isEqualTo("Buenos días, Íñigo Núñez");
    assertThat(mailbox.find(mails.get(1).id())).contains(mails.get(1));
    assertThat(mailbox.from()).isEqualTo("Atención al cliente <care@example.com>");
  }

  @Test
  void findsPeopleByPartsOfNameOrAddressTakenLiterally() {
    person(1, "Ana Gómez", "ana@example.com", "es");
    person(2, "Ben 100%", "b_n@example.com", "en");
    greetEveryone();

    assertThat(mailbox.newest(" GÓM", Long.MAX_VALUE, 50)).hasSize(1);
    assertThat(mailbox.newest("B_N@", Long.MAX_VALUE, 50)).hasSize(1);
    assertThat(mailbox.newest("0%", Long.MAX_VALUE, 50)).hasSize(1);
    assertThat(mailbox.newest("%", Long.MAX_VALUE, 50)).hasSize(1);
    assertThat(mailbox.newest("nobody", Long.MAX_VALUE, 50)).isEmpty();
  }

  @Test
  void goesOnWhereAPageEnded() {
    people(5);
    greetEveryone();
    var page = mailbox.newest("", Long.MAX_VALUE, 3);

    assertThat(mailbox.newest("", page.get(2).id(), 3))
        .hasSize(2)
        .doesNotContainAnyElementsOf(page);
  }

  @Test
  void aMailThatNoLongerAppliesHasNoContent() {
    people(1);
    greetEveryone();
    greetings.withdraw(1);

    assertThat(mailbox.newest("", Long.MAX_VALUE, 50).get(0).content()).isNull();
  }
}
