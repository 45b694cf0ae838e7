package com.customerfocus.notice;

import com.customerfocus.text.Markdown;
import java.time.ZoneId;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The composer of mails with the words and the template of the program, and readers for it. */
public final class ComposedMails {

  /** An absolute address as mails have it. */
  public static final String TASKS = "https://focus.example/camunda/app/tasklist/default/";

  private ComposedMails() {}

  public static MailComposer composer() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    var templates = new ClassLoaderTemplateResolver();
    templates.setPrefix("templates/");
    templates.setSuffix(".html");
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(templates);
    engine.setEnableSpringELCompiler(true);
    engine.setTemplateEngineMessageSource(messages);
    return new MailComposer(messages, engine, new Markdown(), "https://focus.example/");
  }

  /** Ana Núñez of Toledo. */
  public static Recipient reader(String language) {
    return new Recipient(
        "ana", "Ana Núñez", "ana@example.org", language, ZoneId.of("Europe/Madrid"));
  }
}
