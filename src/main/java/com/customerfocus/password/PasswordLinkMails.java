package com.customerfocus.password;

import static java.util.stream.Collectors.toSet;

import com.customerfocus.access.Passwords;
import com.customerfocus.access.Passwords.Login;
import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Notice;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Mails with the link to set a password, in the reader's language. */
@Component
class PasswordLinkMails {

  private final Passwords passwords;
  private final PasswordLinks links;
  private final MessageSource messages;
  private final ITemplateEngine templates;

  PasswordLinkMails(
      Passwords passwords, PasswordLinks links, MessageSource messages, ITemplateEngine templates) {
    this.passwords = passwords;
    this.links = links;
    this.messages = messages;
    this.templates = templates;
  }

  /**
   * Mails to people with an account, by notice.
   *
   * @param key of the messages
   * @param wanted whether the mail still makes sense
   */
  Map<Long, MailContent> write(
      Collection<Notice> notices, String key, Duration goodFor, Predicate<Login> wanted) {
    var logins = passwords.find(notices.stream().map(Notice::personId).collect(toSet()));
    var written = new HashMap<Long, MailContent>();
    for (var notice : notices) {
      var login = logins.get(notice.personId());
      if (login != null && wanted.test(login)) {
        written.put(
            notice.id(), letter(login, notice.language(), key, links.urlFor(login, goodFor)));
      }
    }
    return written;
  }

  private MailContent letter(Login login, String language, String key, String link) {
    var locale = Locale.forLanguageTag(language);
    var words = new MessageSourceAccessor(messages, locale);
    var address = link + "?language=" + language;
    var model = new Context(locale);
    model.setVariable("login", login);
    model.setVariable("key", key);
    model.setVariable("address", address);
    return new MailContent(
        words.getMessage(key + ".subject"),
        String.join(
                "\n\n",
                words.getMessage("memo.mail.greeting", new Object[] {login.name()}),
                words.getMessage(key + ".intro"),
                words.getMessage("password.mail.id", new Object[] {login.id()}),
                words.getMessage(key + ".ask") + "\n" + address,
                words.getMessage("password.mail.personal"),
                words.getMessage("password.mail.automatic"))
            + "\n",
        templates.process("password/letter", model));
  }
}
