package com.customerfocus.support;

import com.customerfocus.text.SafeHtml;
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

  /** For readers who see it as HTML, as Tasklist shows messages: texts at placeholders escaped. */
  public Sentence asHtml() {
    return new Sentence(
        getDefaultMessage(), Arrays.stream(getArguments()).map(Sentence::escaped).toArray());
  }

  private static Object escaped(Object argument) {
    if (argument instanceof Sentence sentence) {
      return sentence.asHtml();
    }
    return argument instanceof String text ? SafeHtml.of(text) : argument;
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
