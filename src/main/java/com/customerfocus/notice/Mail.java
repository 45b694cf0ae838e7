package com.customerfocus.notice;

import com.customerfocus.support.Texts;
import com.customerfocus.text.Markdown;
import com.customerfocus.text.TextChange.Piece;
import com.customerfocus.text.Translated;
import com.customerfocus.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * What a mail says, from the greeting to the footer; HTML and text part are made of the same parts.
 * Keys are those of messages*.properties; the values of a message are written as {@link Words#say}
 * does. Nothing passed in here is read as HTML.
 */
public final class Mail {

  private static final String RULE = "-".repeat(60);

  // Mail programs drop style sheets; what Markdown brings is styled tag by tag.
  private static final String CELL =
      "padding:6px 10px;border-bottom:1px solid #d3dcdb;vertical-align:top";
  private static final Map<String, String> STYLES =
      Map.ofEntries(
          Map.entry("p", "margin:0 0 16px"),
          Map.entry("h3", "margin:24px 0 8px;font-size:18px;line-height:1.3"),
          Map.entry("h4", "margin:24px 0 8px;font-size:17px;line-height:1.3"),
          Map.entry("h5", "margin:24px 0 8px;font-size:16px;line-height:1.3"),
          Map.entry("h6", "margin:24px 0 8px;font-size:16px;line-height:1.3"),
          Map.entry("ul", "margin:0 0 16px;padding-left:24px"),
          Map.entry("ol", "margin:0 0 16px;padding-left:24px"),
          Map.entry("a", "color:#0b5f5b"),
          Map.entry(
              "blockquote",
              "margin:0 0 16px;padding-left:14px;border-left:3px solid #d3dcdb;color:#526062"),
          Map.entry("hr", "margin:24px 0;border:0;border-top:1px solid #d3dcdb"),
          Map.entry("pre", "margin:0 0 16px;white-space:pre-wrap"),
          Map.entry("table", "margin:0 0 16px;border-collapse:collapse"),
          Map.entry("th", CELL),
          Map.entry("td", CELL));

  /** How a part looks, see {@code templates/mail/mail.html}. */
  public enum Look {
    PARAGRAPH,
    TITLE,
    HEADING,
    QUOTE,
    MARKDOWN,
    BUTTON,
    ADDRESS,
    LINE_BEFORE,
    LINE_NOW
  }

  /**
   * A part of the HTML. Public, so that the expressions of the template can be compiled.
   *
   * @param words plain text; the label of an address or a changed line
   * @param address absolute, or null
   * @param html of Markdown, safe; null otherwise
   * @param pieces of a changed line; empty otherwise
   */
  public record Part(Look look, String words, String address, String html, List<Piece> pieces) {

    Part(Look look, String words) {
      this(look, words, null);
    }

    Part(Look look, String words, String address) {
      this(look, words, address, null, List.of());
    }
  }

  /**
   * A paragraph of the footer. Public for the template, like {@link Part}.
   *
   * @param address absolute, or null
   */
  public record Footnote(String words, String address) {

    private String inText() {
      return address == null ? words : words + ":\n" + address;
    }
  }

  private final Recipient reader;
  private final Words words;
  private final Markdown markdown;
  private final String tasklist;
  private final List<List<Part>> sections = new ArrayList<>(List.of(new ArrayList<>()));
  private final StringJoiner text = new StringJoiner("\n\n");
  private final List<Footnote> footer = new ArrayList<>();
  private String subject;
  private String unsubscribe;

  Mail(Recipient reader, Words words, Markdown markdown, String tasklist) {
    this.reader = reader;
    this.words = words;
    this.markdown = markdown;
    this.tasklist = tasklist;
    if (Texts.isBlank(reader.name())) {
      paragraph("mail.greeting.nameless");
    } else {
      paragraph("mail.greeting", reader.name());
    }
  }

  public Recipient reader() {
    return reader;
  }

  /** The reader's language and clock. */
  public Words words() {
    return words;
  }

  public Mail subject(String key, Object... values) {
    subject = words.say(key, values);
    return this;
  }

  public Mail paragraph(String key, Object... values) {
    return text(words.say(key, values));
  }

  /** A paragraph that is in the reader's language already. */
  public Mail text(String paragraph) {
    return add(new Part(Look.PARAGRAPH, paragraph), paragraph);
  }

  /** What a user typed, as it is. */
  public Mail quote(String typed) {
    return add(new Part(Look.QUOTE, typed), "> " + typed.replace("\n", "\n> "));
  }

  /** What a user wrote in Markdown. */
  public Mail markdown(String written) {
    var html = markdown.toHtml(written, STYLES);
    return add(new Part(Look.MARKDOWN, null, null, html, List.of()), markdown.toText(written));
  }

  /** A new section, set off from what is above. */
  public Mail section() {
    sections.add(new ArrayList<>());
    text.add(RULE);
    return this;
  }

  /** The title of a text that the mail brings. */
  public Mail title(Translated title) {
    var inOneLanguage = title.in(reader.language());
    return add(new Part(Look.TITLE, inOneLanguage), inOneLanguage);
  }

  public Mail heading(String key, Object... values) {
    var heading = words.say(key, values);
    return add(new Part(Look.HEADING, heading), heading + ":");
  }

  /** A button that opens an absolute address. */
  public Mail button(String key, String address) {
    var label = words.say(key);
    return add(new Part(Look.BUTTON, label, address), label + ":\n" + address);
  }

  /** The same for an address that the reader knows from this mail only: the HTML shows it, too. */
  public Mail personalButton(String key, String address) {
    button(key, address);
    return html(new Part(Look.ADDRESS, words.say("mail.address"), address));
  }

  /** The button that opens the reader's tasks. */
  public Mail tasksButton() {
    return button("mail.tasks", tasklist);
  }

  /** An absolute address beside the one that the button opens. */
  public Mail link(String key, String address) {
    var label = words.say(key);
    return add(new Part(Look.ADDRESS, label, address), label + "\n" + address);
  }

  /** A line of a changed text, as it was. */
  public Mail lineBefore(String key, List<Piece> pieces) {
    return line(Look.LINE_BEFORE, words.say(key), pieces);
  }

  /** A line of a changed text, as it is now. */
  public Mail lineNow(String key, List<Piece> pieces) {
    return line(Look.LINE_NOW, words.say(key), pieces);
  }

  private Mail line(Look look, String label, List<Piece> pieces) {
    var line = pieces.stream().map(Piece::text).collect(Collectors.joining());
    return add(new Part(look, label, null, null, pieces), label + ": " + line);
  }

  /** A paragraph below the content, such as why the reader gets this mail. */
  public Mail footer(String key) {
    footer.add(new Footnote(words.say(key), null));
    return this;
  }

  /** The same with a link. */
  public Mail footerLink(String key, String address) {
    footer.add(new Footnote(words.say(key), address));
    return this;
  }

  /** Lets mail programs offer a button that sends POST to this absolute address (RFC 8058). */
  public Mail unsubscribe(String address) {
    unsubscribe = address;
    return this;
  }

  private Mail add(Part part, String inText) {
    text.add(inText);
    return html(part);
  }

  private Mail html(Part part) {
    sections.get(sections.size() - 1).add(part);
    return this;
  }

  MailContent content(ITemplateEngine templates, Locale locale) {
    footer.forEach(note -> text.add(note.inText()));
    var model = new Context(locale);
    model.setVariable("subject", subject);
    model.setVariable("sections", sections);
    model.setVariable("footer", footer);
    return new MailContent(
        subject, text + "\n", templates.process("mail/mail", model), unsubscribe);
  }
}
