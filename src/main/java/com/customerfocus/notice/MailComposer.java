package com.customerfocus.notice;

import com.customerfocus.text.Markdown;
import com.customerfocus.text.Words;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;

/** Composes mails: the same frame for all, in the reader's language and with the reader's times. */
@Component
public class MailComposer {

  private final MessageSource messages;
  private final ITemplateEngine templates;
  private final Markdown markdown;
  private final String tasklist;

  MailComposer(
      MessageSource messages,
      ITemplateEngine templates,
      Markdown markdown,
      @Value("${customer-focus.base-url}") String baseUrl) {
    this.messages = messages;
    this.templates = templates;
    this.markdown = markdown;
    this.tasklist = baseUrl.replaceFirst("/+$", "") + "/camunda/app/tasklist/default/";
  }

  /** The mail to this reader that says what {@code content} puts into it. */
  public MailContent compose(Recipient reader, Consumer<Mail> content) {
    var locale = Locale.forLanguageTag(reader.language());
    var mail = new Mail(reader, new Words(messages, locale, reader.zone()), markdown, tasklist);
    content.accept(mail);
    return mail.content(templates, locale);
  }
}
