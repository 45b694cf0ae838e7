package com.customerfocus.incoming.message;

import com.customerfocus.support.Texts;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.dsn.DeliveryStatus;

/** The part of a delivery report that is written for programs (RFC 3464). */
final class ReportPart {

  private ReportPart() {}

  /**
   * What it says about the recipient; of several, because an address stood for a group, the first
   * that failed. Empty when it says nothing about any.
   */
  static Optional<DeliveryReport> read(byte[] content) throws MessagingException, IOException {
    // The parser stops where a stream has nothing ready, which this one always has.
    var status = new DeliveryStatus(new ByteArrayInputStream(content));
    var recipients =
        IntStream.range(0, status.getRecipientDSNCount())
            .mapToObj(status::getRecipientDSN)
            .filter(it -> it.getHeader("Action", null) != null)
            .map(ReportPart::recipient)
            .toList();
    return recipients.stream()
        .filter(DeliveryReport::failed)
        .findFirst()
        .or(() -> recipients.stream().findFirst());
  }

  private static DeliveryReport recipient(InternetHeaders fields) {
    var action = Texts.strip(fields.getHeader("Action", null)).toLowerCase(Locale.ROOT);
    var words = PartText.header(fields.getHeader("Diagnostic-Code", " "));
    return new DeliveryReport(
        action.startsWith("failed"),
        status(fields.getHeader("Status", null), words),
        words == null ? "" : words);
  }

  /** Some servers write 5.0.0 for all, and the status that they were told into the diagnostic. */
  private static String status(String field, String words) {
    var status = field == null ? null : Texts.strip(field).split("[\\s(]", 2)[0];
    var isVague = status == null || status.matches("[45]\\.0\\.0") || !status.matches("[\\d.]+");
    return isVague && words != null ? ReportText.status(words).orElse(status) : status;
  }
}
