package com.customerfocus.text;

import com.customerfocus.support.Texts;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * HTML that forms in Tasklist show, from the templates under {@code templates/form}. Thymeleaf
 * escapes what people typed; HTML comes in only by the two variables that each template has, {@code
 * markdown} ({@link Markdown}) and {@code say} ({@link Sentences}).
 */
@Component
public class FormHtml {

  private static final Pattern LINE_BREAK_BETWEEN_TAGS = Pattern.compile(">\\s*\\n\\s*<");

  private final ITemplateEngine templates;
  private final MessageSource messages;
  private final Markdown markdown;

  FormHtml(ITemplateEngine templates, MessageSource messages, Markdown markdown) {
    this.templates = templates;
    this.messages = messages;
    this.markdown = markdown;
  }

  /**
   * One block of HTML without a line break.
   *
   * @param template name of a file in {@code templates/form}
   * @param language of the words in it; English where the reader is not known
   * @param model variables of the template
   */
  public String of(String template, Locale language, Map<String, Object> model) {
    var context = new Context(language, model);
    context.setVariable("markdown", markdown);
    context.setVariable("say", new Sentences(messages, language));
    var html = Texts.strip(templates.process("form/" + template, context));
    // A form's text component reads Markdown, and passes on a block of HTML as it is as long as no
    // line in it is blank.
    return "<div>%s</div>"
        .formatted(LINE_BREAK_BETWEEN_TAGS.matcher(html).replaceAll("><").replace("\n", "&#10;"));
  }

  /** Words in one language. */
  record Sentences(MessageSource messages, Locale language) {

    /** A message that may contain tags, with its values escaped. */
    public String html(String key, Object... values) {
      return messages.getMessage(key, SafeHtml.escaped(values), language);
    }

    /** What a person typed, with its line breaks. */
    public String lines(String typed) {
      return SafeHtml.of(typed);
    }

    public String number(long number) {
      return NumberFormat.getIntegerInstance(language).format(number);
    }

    /**
     * A moment as the clock shows it in this zone; empty for null.
     *
     * @param key of the pattern
     */
    public String time(String key, Instant instant, ZoneId zone) {
      return instant == null
          ? ""
          : DateTimeFormatter.ofPattern(messages.getMessage(key, null, language), language)
              .format(instant.atZone(zone));
    }
  }
}
