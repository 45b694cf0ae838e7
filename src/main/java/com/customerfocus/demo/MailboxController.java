package com.customerfocus.demo;

import com.customerfocus.notice.Mailbox;
import com.customerfocus.notice.MailboxEntry;
import com.customerfocus.support.Texts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * All mails on one page, so that a user of the demo can play any employee. Mails carry personal
 * links, so this page exists in the demo only.
 */
@Controller
@Profile("demo")
@RequestMapping("/mailbox")
class MailboxController {

  private static final int PAGE = 50;

  private final Mailbox mailbox;
  private final DateTimeFormatter times;

  MailboxController(Mailbox mailbox, Clock clock) {
    this.mailbox = mailbox;
    this.times =
        DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss z", Locale.ENGLISH)
            .withZone(clock.getZone());
  }

  /** Mails bring their own styles; scripts, remote images and forms are blocked. */
  @ModelAttribute
  void harmless(HttpServletResponse response) {
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self' 'unsafe-inline'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @ModelAttribute("times")
  DateTimeFormatter times() {
    return times;
  }

  @GetMapping
  String list(
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
      Model model) {
    // One more row than the page shows tells whether there are older mails.
    var found = mailbox.newest(search, before, PAGE + 1);
    var shown = found.subList(0, Math.min(PAGE, found.size()));
    model.addAttribute("search", Texts.strip(search));
    model.addAttribute("entries", shown);
    model.addAttribute("isFirstPage", before == Long.MAX_VALUE);
    if (found.size() > PAGE) {
      model.addAttribute("olderThan", shown.get(PAGE - 1).id());
    }
    return "mailbox/list";
  }

  @GetMapping("/{id:\\d{1,18}}")
  String mail(@PathVariable long id, Model model, HttpServletResponse response) {
    var entry = mailbox.find(id);
    if (entry.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
      return "mailbox/unknown";
    }
    model.addAttribute("entry", entry.get());
    model.addAttribute("from", mailbox.from());
    model.addAttribute("html", withLinksInNewTabs(entry.get()));
    return "mailbox/mail";
  }

  /** Other pages must not load in the frame that shows a mail. */
  private static String withLinksInNewTabs(MailboxEntry entry) {
    return entry.content() == null
        ? null
        : entry.content().html().replaceFirst("(?i)<head[^>]*>", "$0<base target=\"_blank\">");
  }
}
