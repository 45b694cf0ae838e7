package com.customerfocus.customercase.goodwill.mails;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.Actor;
import com.customerfocus.customercase.goodwill.ApprovalService;
import com.customerfocus.customercase.goodwill.GoodwillApproval;
import com.customerfocus.customercase.goodwill.GoodwillEntryService;
import com.customerfocus.customercase.goodwill.GoodwillRequest;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.CaseSteps;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.TestMailServer;
import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Óscar, who reads Spanish, offers Luz a voucher of 1,060.50 EUR; Olga, who reads English, decides.
 */
@CustomerFocusTest
class GoodwillMailTests {

  private final OrganizationImporter importer;
  private final JdbcTemplate rows;
  private final CaseSteps cases;
  private final GoodwillEntryService entry;
  private final ApprovalService approvals;
  private final NoticeSender sender;

  @Autowired
  GoodwillMailTests(
      OrganizationImporter importer,
      JdbcTemplate rows,
      CaseSteps cases,
      GoodwillEntryService entry,
      ApprovalService approvals,
      NoticeSender sender) {
    this.importer = importer;
    this.rows = rows;
    this.cases = cases;
    this.entry = entry;
    this.approvals = approvals;
    this.sender = sender;
  }

  private long waiting;

  @BeforeEach
  void people() throws Exception {
    TestMailServer.shared().purgeEmailFromAllMailboxes();
    CaseSteps.people(importer, rows);
    var opened = cases.opened();
    sent();
    TestMailServer.shared().purgeEmailFromAllMailboxes();
    waiting =
        entry
            .offer(
                new GoodwillRequest(
                    opened.getBusinessKey(), "VOUCHER", "1060.50", "She has waited for a week."),
                Actor.of("oscar", "front-line"),
                null)
            .goodwill()
            .id();
  }

  private List<MimeMessage> sent() {
    var more = true;
    while (more) {
      more = sender.sendDue() > 0;
    }
    return Arrays.stream(TestMailServer.shared().getReceivedMessages()).toList();
  }

  private static String text(MimeMessage mail) throws Exception {
    return mail.getSubject() + "\n" + words(mail);
  }

  private static String words(jakarta.mail.Part part) throws Exception {
    if (part.getContent() instanceof jakarta.mail.Multipart parts) {
      return words(parts.getBodyPart(0));
    }
    return String.valueOf(part.getContent());
  }

  @Test
  void theManagerReadsWhatToDecideAndUntilWhen() throws Exception {
    var mails = sent();

    assertThat(mails).hasSize(1);
    assertThat(GreenMailUtil.getAddressList(mails.get(0).getAllRecipients())).contains("olga");
    assertThat(text(mails.get(0)))
        .contains(
            "Approve or refuse goodwill: Luz Mar, Voucher, 1,060.50 EUR",
            "Óscar offers goodwill to Luz Mar",
            "She has waited for a week.",
            "Decide by",
            "After that the next manager up is asked.");
  }

  @Test
  void aManagerWhoIsNotAskedAnyMoreGetsNoMailAndTheLastOneReadsThatNoOtherIsAsked()
      throws Exception {
    cases.at("2026-03-03T10:00:00Z");
    assertThat(approvals.escalate(waiting).approverId()).isEqualTo("boss");

    var mails = sent();

    assertThat(mails).as("the one to Olga no longer applies").hasSize(1);
    assertThat(GreenMailUtil.getAddressList(mails.get(0).getAllRecipients())).contains("boss");
    assertThat(text(mails.get(0)))
        .contains("Decide by", "No other manager can be asked after you.")
        .doesNotContain("next manager up");
  }

  @Test
  void theOwnerReadsTheDecisionInSpanishAndTheManagerIsNotAskedAnyMore() throws Exception {
    approvals.decide(
        waiting, new GoodwillApproval("REFUSE", "A smaller one is enough."), Actor.of("olga"));

    var mails = sent();

    assertThat(mails).as("the one to Olga no longer applies").hasSize(1);
    assertThat(GreenMailUtil.getAddressList(mails.get(0).getAllRecipients())).contains("oscar");
    assertThat(text(mails.get(0)))
        .contains(
            "Compensación rechazada: Luz Mar",
            "Olga la ha rechazado: Vale, 1.060,50 EUR",
            "A smaller one is enough.");
  }
}
