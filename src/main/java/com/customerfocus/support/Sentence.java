package com.customerfocus.support;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * A sentence of messages.properties with what stands at its placeholders; that can be a sentence,
 * too. A key that is not there stands for itself.
 */
public class Sentence extends DefaultMessageSourceResolvable {

  private static final ResourceBundleMessageSource SENTENCES = new ResourceBundleMessageSource();

  static {
    SENTENCES.setBasename("messages");
    SENTENCES.setDefaultEncoding("UTF-8");
    SENTENCES.setFallbackToSystemLocale(false);
  }

  public Sentence(String key, Object... arguments) {
    super(new String[] {key}, arguments, key);
  }

  /**
   * For Tasklist, which shows some messages as HTML and escapes others: the angle brackets of texts
   * at placeholders become quotation marks that look like them.
   */
  public Sentence withoutTags() {
    return new Sentence(
        getDefaultMessage(), Arrays.stream(getArguments()).map(Sentence::withoutTags).toArray());
  }

  private static Object withoutTags(Object argument) {
    if (argument instanceof Sentence sentence) {
      return sentence.withoutTags();
    }
    return argument instanceof String text ? text.replace('<', '‹').replace('>', '›') : argument;
  }

  /** In this language; in English where we do not speak it. */
  public String in(Locale language) {
    return SENTENCES.getMessage(this, language);
  }

  public String inEnglish() {
    return in(Locale.ENGLISH);
  }

  /** In the language of the request at hand, see {@link ReaderLanguage}. */
  public String forReader() {
    return in(ReaderLanguage.current());
  }
}
