package com.customerfocus.customer.contact.web;

import com.customerfocus.customer.ContactChange;
import com.customerfocus.customer.ContactChoices.Outcome;
import com.customerfocus.customer.ContactLinks;
import com.customerfocus.customer.CustomerZones;
import com.customerfocus.customer.contact.ContactPage;
import com.customerfocus.customer.contact.ContactPage.View;
import com.customerfocus.link.OpenPages;
import com.customerfocus.link.web.ApologyPages;
import com.customerfocus.link.web.OpenPageController;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * The page <em>My contact settings</em> behind the link in each mail to a customer. Only its
 * buttons change anything, since mail scanners open links, too. Every invalid link gets the same
 * answer, whether it was forged or its customer is gone.
 */
@OpenPageController
class ContactController {

  private static final String PAGE = ContactLinks.PATH + "/{token}";

  private final ContactPage pages;
  private final ContactLinks links;
  private final CustomerZones zones;
  private final ThymeleafViewResolver views;
  private final ApologyPages apologies;

  ContactController(
      ContactPage pages,
      ContactLinks links,
      CustomerZones zones,
      ThymeleafViewResolver views,
      ApologyPages apologies) {
    this.pages = pages;
    this.links = links;
    this.zones = zones;
    this.views = views;
    this.apologies = apologies;
  }

  @GetMapping(PAGE)
  ModelAndView show(@PathVariable String token) throws Exception {
    var opened = opened(token);
    return opened.isPresent() ? page("contact/page", opened.get(), token) : notFound();
  }

  /** Asks once whether the customer is sure. */
  @GetMapping(PAGE + "/never")
  ModelAndView askOnce(@PathVariable String token) throws Exception {
    var opened = opened(token);
    return opened.isPresent() ? page("contact/never", opened.get(), token) : notFound();
  }

  @PostMapping(path = PAGE, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ModelAndView change(
      @PathVariable String token,
      @RequestParam MultiValueMap<String, String> form,
      @RequestParam(defaultValue = "") String seen,
      @RequestParam(defaultValue = "") String version)
      throws Exception {
    var customer = links.customerOf(token);
    if (customer.isEmpty()) {
      return notFound();
    }
    var wanted = ContactChange.parse(form);
    if (wanted.isEmpty() || !seen.matches("\\d{1,18}")) {
      return refused(HttpStatus.BAD_REQUEST);
    }
    var outcome = pages.change(customer.getAsLong(), wanted, Long.parseLong(seen), version);
    return switch (outcome) {
      case CHANGED, AS_BEFORE -> toThePage(token);
      case OUTDATED -> apologies.page("contact.outdated", HttpStatus.CONFLICT);
      case UNKNOWN -> notFound();
    };
  }

  /**
   * The button of a mail program (RFC 8058): no redirect, no cookie, and the link alone is the key.
   * The body, of either content type that the RFC names, says nothing that the address does not.
   */
  @PostMapping(PAGE + ContactLinks.UNSUBSCRIBE)
  ResponseEntity<Void> unsubscribe(@PathVariable String token) {
    var customer = links.customerOf(token);
    var isKnown =
        customer.isPresent() && pages.unsubscribe(customer.getAsLong()) != Outcome.UNKNOWN;
    return ResponseEntity.status(isKnown ? HttpStatus.OK : HttpStatus.NOT_FOUND).build();
  }

  /** Where people end up whose mail program opens the address instead. */
  @GetMapping(PAGE + ContactLinks.UNSUBSCRIBE)
  ModelAndView toThePage(@PathVariable String token) {
    var page = new RedirectView(PAGE, true);
    page.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(page, "token", token);
  }

  /** What no form of the page sends: a file, say. */
  @PostMapping(PAGE)
  ModelAndView refuse() throws Exception {
    return refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
  }

  private ModelAndView refused(HttpStatus status) throws Exception {
    return apologies.page("contact.refused", status);
  }

  /** A link that a mail program has cut or extended. */
  @GetMapping({ContactLinks.PATH, ContactLinks.PATH + "/**"})
  ModelAndView notFound() throws Exception {
    return apologies.page("contact.not-found", HttpStatus.NOT_FOUND);
  }

  private Optional<View> opened(String token) {
    OptionalLong customer = links.customerOf(token);
    return customer.isPresent() ? pages.open(customer.getAsLong()) : Optional.empty();
  }

  private ModelAndView page(String template, View view, String token) throws Exception {
    var language = Locale.forLanguageTag(view.settings().language());
    return new ModelAndView(views.resolveViewName(template, language))
        .addObject("settings", view.settings())
        .addObject("last", view.last())
        .addObject("canUndo", view.canUndo())
        .addObject("seen", view.seen())
        .addObject("version", ContactPage.TEXT_VERSION)
        .addObject("token", token)
        .addObject("zone", zones.zone(view.settings().zone()));
  }

  /** The link in the mail is the key. */
  @Configuration(proxyBeanMethods = false)
  static class Pages {

    @Bean
    OpenPages openContactPages() {
      return new OpenPages(ContactLinks.PATH, "contact");
    }
  }
}
