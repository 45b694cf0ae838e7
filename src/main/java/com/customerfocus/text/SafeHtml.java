package com.customerfocus.text;

import java.util.Arrays;
import org.springframework.web.util.HtmlUtils;

/** Sentences that Tasklist shows as HTML, with what people typed in them shown as they typed it. */
public final class SafeHtml {

  private SafeHtml() {}

  /**
   * The sentence with each text among the values escaped.
   *
   * @param sentence as {@link String#format}
   */
  public static String format(String sentence, Object... values) {
    return sentence.formatted(escaped(values));
  }

  /** Numbers stay numbers; the rest becomes text in which line breaks are kept. */
  public static Object[] escaped(Object... values) {
    return Arrays.stream(values).map(it -> it instanceof Number ? it : escaped(it)).toArray();
  }

  private static String escaped(Object value) {
    return value == null
        ? ""
        : HtmlUtils.htmlEscape(value.toString(), "UTF-8").replaceAll("\\R", "<br>");
  }
}
