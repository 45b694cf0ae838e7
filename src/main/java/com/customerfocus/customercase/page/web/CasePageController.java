package com.customerfocus.customercase.page.web;

import com.customerfocus.customercase.news.CaseLinks;
import com.customerfocus.customercase.page.CasePage;
import com.customerfocus.customercase.page.CasePageService;
import com.customerfocus.customercase.page.CasePageService.Sent;
import com.customerfocus.link.OpenPages;
import com.customerfocus.link.web.ApologyPages;
import com.customerfocus.link.web.OpenPageController;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * The page of a customer's case behind the link in each mail about it. Only its buttons change
 * anything, since mail scanners open links, too. Every invalid link gets the same answer, whether
 * it was forged or its customer is gone.
 */
@OpenPageController
class CasePageController {

  private static final String PAGE = CaseLinks.PATH + "/{token}";
  private static final String MESSAGE = PAGE + "/message";
  private static final String COMFORT = PAGE + "/comfort";

  private static final Unsent NOTHING_SENT = new Unsent(null, null, null);

  private final CasePageService pages;
  private final CaseLinks links;
  private final ThymeleafViewResolver views;
  private final ApologyPages apologies;

  CasePageController(
      CasePageService pages, CaseLinks links, ThymeleafViewResolver views, ApologyPages apologies) {
    this.pages = pages;
    this.links = links;
    this.views = views;
    this.apologies = apologies;
  }

  @GetMapping(PAGE)
  ModelAndView show(@PathVariable String token) throws Exception {
    return page(token, NOTHING_SENT);
  }

  @PostMapping(path = MESSAGE, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ModelAndView write(@PathVariable String token, @RequestParam(defaultValue = "") String words)
      throws Exception {
    var opened = opened(token);
    if (opened.isEmpty()) {
      return notFound();
    }
    var sent = pages.write(links.caseOf(token).getAsLong(), words);
    return sent == Sent.RECORDED
        ? to(PAGE + "#updates", token)
        : page(token, new Unsent("message", sent, words));
  }

  @PostMapping(path = COMFORT, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ModelAndView answer(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String comfortable,
      @RequestParam(defaultValue = "") String words)
      throws Exception {
    var opened = opened(token);
    if (opened.isEmpty()) {
      return notFound();
    }
    if (!comfortable.matches("yes|no")) {
      return refuse();
    }
    var sent = pages.answer(links.caseOf(token).getAsLong(), comfortable.equals("yes"), words);
    return sent == Sent.RECORDED
        ? to(PAGE, token)
        : page(token, new Unsent("comfort", sent, words));
  }

  /** Where a browser ends up that opens the address of a button again, from its history say. */
  @GetMapping({MESSAGE, COMFORT})
  ModelAndView toThePage(@PathVariable String token) {
    return to(PAGE, token);
  }

  private static ModelAndView to(String address, String token) {
    var page = new RedirectView(address, true);
    page.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(page, "token", token);
  }

  /** What no button of the page sends: a file, say. */
  @PostMapping({PAGE, MESSAGE, COMFORT})
  ModelAndView refuse() throws Exception {
    return apologies.page("case.refused", HttpStatus.UNSUPPORTED_MEDIA_TYPE);
  }

  /** A link that a mail program has cut or extended. */
  @GetMapping({CaseLinks.PATH, CaseLinks.PATH + "/**"})
  ModelAndView notFound() throws Exception {
    return apologies.page("case.not-found", HttpStatus.NOT_FOUND);
  }

  private Optional<CasePage> opened(String token) {
    var found = links.caseOf(token);
    return found.isPresent() ? pages.open(found.getAsLong()) : Optional.empty();
  }

  /** With what was typed and not taken, since nothing may be lost, and why. */
  private ModelAndView page(String token, Unsent unsent) throws Exception {
    var opened = opened(token);
    if (opened.isEmpty()) {
      return notFound();
    }
    var page =
        new ModelAndView(
                views.resolveViewName("case/page", Locale.forLanguageTag(opened.get().language())))
            .addObject("page", opened.get())
            .addObject("token", token)
            .addObject("unsent", unsent);
    if (unsent.why() != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return page;
  }

  /**
   * What was sent and not taken.
   *
   * @param form {@code message} or {@code comfort}; null when nothing was sent
   * @param text as typed
   */
  record Unsent(String form, Sent why, String text) {

    /** Whether it was sent by this form. */
    public boolean isOf(String name) {
      return name.equals(form);
    }

    /** The words that say why. */
    public String key() {
      return "case.page." + (why == Sent.EMPTY ? "empty" : "too-long");
    }
  }

  /** The link in the mail is the key. */
  @Configuration(proxyBeanMethods = false)
  static class Pages {

    @Bean
    OpenPages openCasePages() {
      return new OpenPages(CaseLinks.PATH, "case");
    }
  }
}
