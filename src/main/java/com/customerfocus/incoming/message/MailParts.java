package com.customerfocus.incoming.message;

import com.customerfocus.support.Texts;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the parts of one mail hold. Attachments are named, not read; depth and number of parts are
 * limited, and what is read of all parts together, so that no mail takes more than a few megabytes.
 */
final class MailParts {

  private static final int DEEPEST = 20;
  private static final int MOST_PARTS = 200;

  /** Of all parts together, in bytes. */
  private static final int MOST_READ = 4 * PartText.MOST_BYTES;

  /** Of all parts together, in characters: more than is kept, as a part may be quoted words. */
  private static final int MOST_WORDS = 2 * ReceivedMail.LONGEST_TEXT;

  private static final int MOST_ATTACHMENTS = 20;
  private static final int LONGEST_ATTACHMENT = 150;

  private static final Pattern METHOD = Pattern.compile("(?im)^METHOD:\\s*([A-Z-]+)");

  /** Where the answers to a mail of ours go, which a report returns. */
  private static final List<String> ANSWERS_GO_TO =
      List.of("Reply-To", "Return-Path", "X-Envelope-From");

  private final List<String> attachments = new ArrayList<>();
  private final List<String> returned = new ArrayList<>();
  private DeliveryReport report;
  private String text = "";
  private String reportType;
  private String calendarMethod;
  private boolean hasDeliveryStatus;
  private int parts;
  private int bytesLeft = MOST_READ;
  private int wordsLeft = MOST_WORDS;

  /** Words of a part. */
  private record Words(String text, boolean html) {

    static final Words NONE = new Words("", false);

    boolean isBlank() {
      return Texts.isBlank(text);
    }
  }

  void read(Part mail) throws MessagingException, IOException {
    var type = typeOf(mail);
    if (type.match("multipart/report")) {
      reportType = parameter(type, "report-type");
    }
    text = PartText.clean(wordsOf(mail, 0).text());
  }

  String text() {
    return text;
  }

  String reportType() {
    return reportType;
  }

  String calendarMethod() {
    return calendarMethod;
  }

  boolean hasDeliveryStatus() {
    return hasDeliveryStatus;
  }

  Optional<DeliveryReport> report() {
    return Optional.ofNullable(report);
  }

  List<String> returnedAddresses() {
    return returned;
  }

  List<String> attachments() {
    return attachments;
  }

  private Words wordsOf(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST || ++parts > MOST_PARTS) {
      return Words.NONE;
    }
    var type = typeOf(part);
    if (type.getPrimaryType().equalsIgnoreCase("multipart")) {
      return wordsOfAll(part, type, depth);
    }
    if (type.match("message/delivery-status")) {
      readReport(part);
    } else if (isReturned(type)) {
      readReturned(part);
    } else if (type.match("text/calendar")) {
      readCalendar(part, type);
    } else if (isText(part, type)) {
      return shown(part, type);
    } else if (!type.match("message/disposition-notification")) {
      nameAttachment(part, type);
    }
    return Words.NONE;
  }

  private Words shown(Part part, ContentType type) throws MessagingException, IOException {
    if (wordsLeft <= 0) {
      return Words.NONE;
    }
    var isHtml = type.match("text/html");
    var text = text(part, type.getParameter("charset"));
    return counted(isHtml ? HtmlText.of(text) : text, isHtml);
  }

  private Words counted(String text, boolean html) {
    var words = ReceivedMail.cut(text, wordsLeft);
    wordsLeft -= words.length();
    return new Words(words, html);
  }

  private String text(Part part, String charset) throws MessagingException, IOException {
    return PartText.decoded(bytes(part), charset);
  }

  private byte[] bytes(Part part) throws MessagingException, IOException {
    var bytes = PartText.bytes(part, Math.min(bytesLeft, PartText.MOST_BYTES));
    bytesLeft -= bytes.length;
    return bytes;
  }

  private Words wordsOfAll(Part part, ContentType type, int depth)
      throws MessagingException, IOException {
    // Made from the source, because what the library finds for a type depends on what else runs.
    Multipart all = new MimeMultipart(part.getDataHandler().getDataSource());
    var words = new ArrayList<Words>();
    for (var at = 0; at < countOf(all) && parts < MOST_PARTS; at++) {
      words.add(wordsOf(all.getBodyPart(at), depth + 1));
    }
    if (words.isEmpty()) {
      // No part can be told from the next: what is there is its words.
      return wordsLeft <= 0 ? Words.NONE : counted(text(part, null), false);
    }
    var said = words.stream().filter(it -> !it.isBlank()).toList();
    return type.match("multipart/alternative")
        ? said.stream().filter(it -> !it.html()).findFirst().orElse(first(said))
        : new Words(
            said.stream().map(Words::text).collect(Collectors.joining("\n\n")),
            said.stream().anyMatch(Words::html));
  }

  private static int countOf(Multipart all) throws MessagingException {
    try {
      return all.getCount();
    } catch (ParseException e) {
      return 0;
    }
  }

  private static Words first(List<Words> words) {
    return words.isEmpty() ? Words.NONE : words.get(0);
  }

  /** Text that a mail shows, not a file of text. */
  private static boolean isText(Part part, ContentType type) throws MessagingException {
    return type.getPrimaryType().equalsIgnoreCase("text")
        && (type.match("text/plain") || type.match("text/html"))
        && !Part.ATTACHMENT.equalsIgnoreCase(disposition(part));
  }

  private boolean isReturned(ContentType type) {
    return reportType != null || hasDeliveryStatus
        ? type.match("message/*") && !type.match("message/disposition-notification")
            || type.match("text/rfc822-headers")
        : type.match("text/rfc822-headers");
  }

  private void readReport(Part part) throws MessagingException, IOException {
    hasDeliveryStatus = true;
    if (report == null) {
      report = ReportPart.read(bytes(part)).orElse(null);
    }
  }

  private void readReturned(Part part) throws MessagingException, IOException {
    var headers = new InternetHeaders(new ByteArrayInputStream(bytes(part)));
    for (var name : ANSWERS_GO_TO) {
      Stream.ofNullable(headers.getHeader(name)).flatMap(Arrays::stream).forEach(returned::add);
    }
  }

  private void readCalendar(Part part, ContentType type) throws MessagingException, IOException {
    var method = parameter(type, "method");
    if (method.isEmpty()) {
      var found = METHOD.matcher(text(part, type.getParameter("charset")));
      method = found.find() ? found.group(1).toLowerCase(Locale.ROOT) : "";
    }
    calendarMethod = method.isEmpty() ? null : method;
    nameAttachment(part, type);
  }

  private void nameAttachment(Part part, ContentType type) throws MessagingException {
    if (attachments.size() < MOST_ATTACHMENTS) {
      // A mailbox may say it in capitals.
      var kind = type.getBaseType().toLowerCase(Locale.ROOT);
      var name = Objects.requireNonNullElse(fileName(part, type), kind);
      var size = part.getSize();
      attachments.add(
          ReceivedMail.cut(Texts.strip(PartText.clean(name).replace('\n', ' ')), LONGEST_ATTACHMENT)
              + " (%s%s)"
                  .formatted(
                      ReceivedMail.cut(PartText.clean(kind), LONGEST_ATTACHMENT),
                      size < 0 ? "" : ", %d".formatted(size)));
    }
  }

  private static String fileName(Part part, ContentType type) {
    try {
      return PartText.header(part.getFileName());
    } catch (MessagingException e) {
      return PartText.header(type.getParameter("name"));
    }
  }

  private static String disposition(Part part) {
    try {
      return part.getDisposition();
    } catch (MessagingException e) {
      // Malformed: as if there were none.
      return null;
    }
  }

  private static String parameter(ContentType type, String name) {
    var value = type.getParameter(name);
    return value == null ? "" : Texts.strip(value).toLowerCase(Locale.ROOT);
  }

  /** A type that cannot be read is that of a mail without one (RFC 2045, section 5.2). */
  private static ContentType typeOf(Part part) throws MessagingException {
    try {
      return new ContentType(part.getContentType());
    } catch (ParseException e) {
      return new ContentType("text", "plain", null);
    }
  }
}
