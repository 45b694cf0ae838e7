package com.customerfocus.incoming.message;

import com.customerfocus.support.Texts;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a mail, part by part and no more of it than its words. */
public final class MailParser {

  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_SENDER = 2_000;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_SUBJECT = 500;
  private static final int LONGEST_ID = 500;
  private static final int MOST_IDS = 20;
  private static final int MOST_ADDRESSES = 100;

  /** Of one header; a million letters without an address would take nine seconds. */
  private static final int LONGEST_ADDRESSES = 100 * LONGEST_ADDRESS;

  /** Where mail servers and mail programs write whom a mail was sent to. */
  private static final List<String> SENT_TO =
      List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Cc");

  /** Only programs for automatic answers write these. */
  private static final List<String> AUTO_REPLIES =
      List.of("X-Autoreply", "X-Autorespond", "X-Auto-Reply");

  private static final Pattern MAILER_DAEMON = Pattern.compile("mailer-daemon@.*|mailer-daemon");
  private static final Pattern ID = Pattern.compile("<[^<>\\s]+>");

  /** Limited, because what looks for it would take hours with a header of a million letters. */
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s<>,;:\"()@]{1,200}+@[^\\s<>,;:\"()]{1,255}");

  private static final Pattern ID_HEADER =
      Pattern.compile("(?im)^message-id:\\s{0,10}(<[^<>\\s]{1,%d}>)".formatted(LONGEST_ID));

  private MailParser() {}

  /**
   * Reads a mail.
   *
   * @throws MessagingException when that is no mail, or the connection to its mailbox was lost
   * @throws IOException likewise
   */
  public static ReceivedMail read(Message mail) throws MessagingException, IOException {
    var parts = new MailParts();
    parts.read(mail);
    var from = from(mail);
    var address = from == null ? null : address(from);
    var subject = ReceivedMail.cut(firstHeader(mail, "Subject", ""), LONGEST_SUBJECT);
    var signs = signs(mail, address, parts);
    var kind = KindRule.kindOf(signs, subject, ReplyText.of(parts.text()));
    var isReport = kind == MailKind.DELIVERY_REPORT;
    var report = !isReport ? null : parts.report().orElseGet(() -> ReportText.read(parts.text()));
    return new ReceivedMail(
        kind,
        KindRule.isBulk(signs),
        address,
        from == null ? null : name(from),
        subject,
        ReceivedMail.cut(parts.text(), ReceivedMail.LONGEST_TEXT),
        ids(mail, "Message-ID").stream().findFirst().orElse(null),
        answered(mail),
        isReport
            ? Stream.concat(sentTo(mail), returnedTo(parts)).distinct().toList()
            : sentTo(mail).toList(),
        parts.attachments(),
        report,
        true);
  }

  /** The Message-ID that a header of this name holds; empty when it is none. */
  public static Optional<String> messageId(String header) {
    return ID.matcher(header)
        .results()
        .map(found -> found.group())
        .filter(id -> id.length() <= LONGEST_ID)
        .map(PartText::clean)
        .findFirst();
  }

  /** The Message-ID in the source of a mail that cannot be read as one. */
  static Optional<String> messageIdIn(String source) {
    var header = ID_HEADER.matcher(source);
    return header.find() ? Optional.of(header.group(1)) : Optional.empty();
  }

  private static MailSigns signs(Message mail, String from, MailParts parts)
      throws MessagingException {
    var returnPath = headers(mail, "Return-Path");
    return new MailSigns(
        returnPath.stream().anyMatch(it -> it.replaceAll("\\s", "").equals("<>")),
        from != null && MAILER_DAEMON.matcher(from).matches(),
        !headers(mail, "X-Failed-Recipients").isEmpty(),
        word(mail, "Auto-Submitted"),
        word(mail, "Precedence"),
        hasListHeader(mail),
        AUTO_REPLIES.stream().anyMatch(name -> isAutoReply(mail, name)),
        parts.reportType(),
        parts.hasDeliveryStatus(),
        parts.calendarMethod());
  }

  private static boolean isAutoReply(Message mail, String name) {
    try {
      return headers(mail, name).stream().anyMatch(it -> !Texts.strip(it).equalsIgnoreCase("no"));
    } catch (MessagingException e) {
      throw new IllegalStateException("The headers were read before", e);
    }
  }

  private static boolean hasListHeader(Message mail) throws MessagingException {
    var all = mail.getAllHeaders();
    while (all.hasMoreElements()) {
      if (all.nextElement().getName().toLowerCase(Locale.ROOT).startsWith("list-")) {
        return true;
      }
    }
    return false;
  }

  private static List<String> headers(Message mail, String name) throws MessagingException {
    var headers = mail.getHeader(name);
    return headers == null ? List.of() : Arrays.asList(headers);
  }

  private static String firstHeader(Message mail, String name, String otherwise)
      throws MessagingException {
    return headers(mail, name).stream().findFirst().map(PartText::header).orElse(otherwise);
  }

  /** The first word of a header in lower case, without parameters and comments; or null. */
  private static String word(Message mail, String name) throws MessagingException {
    var value = firstHeader(mail, name, null);
    return value == null ? null : value.toLowerCase(Locale.ROOT).split("[;\\s(]", 2)[0];
  }

  private static InternetAddress from(Message mail) throws MessagingException {
    for (var header : List.of("From", "Sender")) {
      for (var raw : headers(mail, header)) {
        var found = parsed(raw);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static InternetAddress parsed(String header) {
    // The library takes hours with a million opened parentheses.
    var raw = ReceivedMail.cut(header, LONGEST_SENDER);
    try {
      var all = InternetAddress.parseHeader(raw, false);
      if (all.length > 0 && all[0].getAddress() != null && !Texts.isBlank(all[0].getAddress())) {
        return all[0];
      }
    } catch (AddressException e) {
      // Not as it should be: what looks like an address in it is one.
    }
    var address = ADDRESS.matcher(raw);
    return address.find() ? new Unchecked(address.group()) : null;
  }

  /** An address that is only passed on. */
  private static class Unchecked extends InternetAddress {
    Unchecked(String address) {
      this.address = address;
    }
  }

  private static String address(InternetAddress from) {
    return ReceivedMail.cut(
        Texts.strip(PartText.clean(from.getAddress())).toLowerCase(Locale.ROOT), LONGEST_ADDRESS);
  }

  private static String name(InternetAddress from) {
    var name = PartText.header(from.getPersonal());
    return name == null || name.isEmpty() ? null : ReceivedMail.cut(name, LONGEST_NAME);
  }

  private static Stream<String> sentTo(Message mail) throws MessagingException {
    var addresses = new LinkedHashSet<String>();
    for (var name : SENT_TO) {
      headers(mail, name).forEach(raw -> addAddresses(addresses, raw));
    }
    return addresses.stream().limit(MOST_ADDRESSES);
  }

  private static Stream<String> returnedTo(MailParts parts) {
    var addresses = new LinkedHashSet<String>();
    parts.returnedAddresses().forEach(raw -> addAddresses(addresses, raw));
    return addresses.stream().limit(MOST_ADDRESSES);
  }

  private static void addAddresses(Set<String> addresses, String raw) {
    ADDRESS
        .matcher(ReceivedMail.cut(raw, LONGEST_ADDRESSES))
        .results()
        .forEach(found -> addresses.add(found.group()));
  }

  private static List<String> answered(Message mail) throws MessagingException {
    var answered = new LinkedHashSet<>(ids(mail, "In-Reply-To"));
    var references = new ArrayList<>(ids(mail, "References"));
    for (var at = references.size() - 1; at >= 0; at--) {
      answered.add(references.get(at));
    }
    return answered.stream().limit(MOST_IDS).toList();
  }

  private static List<String> ids(Message mail, String name) throws MessagingException {
    return headers(mail, name).stream()
        .flatMap(raw -> ID.matcher(raw).results().map(found -> found.group()))
        .filter(id -> id.length() <= LONGEST_ID)
        .map(PartText::clean)
        .toList();
  }
}
