package com.customerfocus.text;

import java.util.Arrays;
import org.springframework.web.util.HtmlUtils;

/** Sentences that Tasklist shows as HTML, with what people typed in them shown as they typed it. */
final class SafeHtml {

  private SafeHtml() {}

  /** Numbers stay numbers; the rest becomes text in which line breaks are kept. */
  static Object[] escaped(Object... values) {
    return Arrays.stream(values).map(it -> it instanceof Number ? it : escaped(it)).toArray();
  }

  /** What a person typed, as HTML that shows it as it was typed. */
  public static String of(String typed) {
    return escaped(typed);
  }

  private static String escaped(Object value) {
    return value == null
        ? ""
        : HtmlUtils.htmlEscape(value.toString(), "UTF-8").replaceAll("\\R", "<br>");
  }
}
