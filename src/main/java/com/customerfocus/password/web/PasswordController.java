package com.customerfocus.password.web;

import com.customerfocus.access.Passwords;
import com.customerfocus.access.Passwords.Outcome;
import com.customerfocus.link.OpenPages;
import com.customerfocus.link.web.OpenPageController;
import com.customerfocus.password.PasswordService;
import com.customerfocus.support.Texts;
import java.util.Locale;
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
 * Pages to set the password by the link in a mail, and to request such a link. GET changes nothing,
 * since mail scanners open links, too. The language is that of the mail, or the browser's.
 */
@OpenPageController
class PasswordController {

  private static final Locale SPANISH = Locale.forLanguageTag("es");

  private final PasswordService passwords;
  private final ThymeleafViewResolver views;

  PasswordController(PasswordService passwords, ThymeleafViewResolver views) {
    this.passwords = passwords;
    this.views = views;
  }

  @GetMapping("/password")
  ModelAndView forgotten(@RequestParam(defaultValue = "") String language, Locale browser)
      throws Exception {
    return page("ask", locale(language, browser));
  }

  @PostMapping(path = "/password", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ModelAndView send(
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String language,
      Locale browser)
      throws Exception {
    var locale = locale(language, browser);
    if (!passwords.forgotten(Texts.strip(id), locale.getLanguage())) {
      var page = page("slower", locale);
      page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
      return page;
    }
    return to("/password/sent?language={language}", locale);
  }

  @GetMapping("/password/sent")
  ModelAndView sent(@RequestParam(defaultValue = "") String language, Locale browser)
      throws Exception {
    return page("sent", locale(language, browser));
  }

  @GetMapping("/password/set")
  ModelAndView done(@RequestParam(defaultValue = "") String language, Locale browser)
      throws Exception {
    return page("done", locale(language, browser));
  }

  @GetMapping("/password/{token}")
  ModelAndView show(
      @PathVariable String token, @RequestParam(defaultValue = "") String language, Locale browser)
      throws Exception {
    return choose(token, locale(language, browser), null);
  }

  @PostMapping(path = "/password/{token}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ModelAndView set(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      @RequestParam(defaultValue = "") String language,
      Locale browser)
      throws Exception {
    var locale = locale(language, browser);
    if (!password.equals(again)) {
      return choose(token, locale, "differs");
    }
    var outcome = passwords.set(token, password);
    if (outcome == Outcome.SET) {
      return to("/password/set?language={language}", locale);
    }
    return choose(token, locale, outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /**
   * The form, if the link is valid.
   *
   * @param refusal why a password was refused, or null
   */
  private ModelAndView choose(String token, Locale locale, String refusal) throws Exception {
    var login = passwords.opened(token);
    if (login.isEmpty()) {
      var page = page("over", locale);
      page.setStatus(HttpStatus.NOT_FOUND);
      return page;
    }
    var page =
        page("choose", locale)
            .addObject("login", login.get())
            .addObject("token", token)
            .addObject("refusal", refusal)
            .addObject("shortest", Passwords.SHORTEST);
    if (refusal != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return page;
  }

  /** A link to which a mail program has appended characters. */
  @GetMapping("/password/**")
  ModelAndView over(Locale browser) throws Exception {
    var page = page("over", locale("", browser));
    page.setStatus(HttpStatus.NOT_FOUND);
    return page;
  }

  private ModelAndView page(String part, Locale locale) throws Exception {
    return new ModelAndView(views.resolveViewName("password/page", locale))
        .addObject("part", part)
        .addObject("language", locale.getLanguage());
  }

  private static ModelAndView to(String address, Locale locale) {
    var page = new RedirectView(address, true);
    page.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(page, "language", locale.getLanguage());
  }

  private static Locale locale(String language, Locale browser) {
    var asked = language.isEmpty() ? browser.getLanguage() : language;
    return asked.equals(SPANISH.getLanguage()) ? SPANISH : Locale.ENGLISH;
  }

  /** People without a password, or without one that they know, cannot log in. */
  @Configuration(proxyBeanMethods = false)
  static class Pages {

    @Bean
    OpenPages openPasswordPages() {
      return new OpenPages("/password", "password.page");
    }
  }
}
