package com.customerfocus.customercase.introduction.page.web;

import com.customerfocus.customercase.introduction.mails.IntroductionLinks;
import com.customerfocus.customercase.introduction.page.ContactPage;
import com.customerfocus.customercase.introduction.page.ContactPageService;
import com.customerfocus.customercase.introduction.page.ContactPageService.Question;
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
 * The page behind the link in each mail to a contact outside. Only its buttons change anything,
 * since mail scanners open links, too. Every invalid link gets the same answer.
 */
@OpenPageController
class ContactPageController {

  private static final String PAGE = IntroductionLinks.PATH + "/{token}";
  private static final String HELP = PAGE + "/help";
  private static final String TAKE_OVER = PAGE + "/take-over";

  private final ContactPageService pages;
  private final IntroductionLinks links;
  private final ThymeleafViewResolver views;
  private final ApologyPages apologies;

  ContactPageController(
      ContactPageService pages,
      IntroductionLinks links,
      ThymeleafViewResolver views,
      ApologyPages apologies) {
    this.pages = pages;
    this.links = links;
    this.views = views;
    this.apologies = apologies;
  }

  @GetMapping(PAGE)
  ModelAndView show(@PathVariable String token) throws Exception {
    return page(token, null);
  }

  @PostMapping(path = HELP, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ModelAndView help(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String words)
      throws Exception {
    return answer(token, Question.HELPS, answer, words);
  }

  @PostMapping(path = TAKE_OVER, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ModelAndView takeOver(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String answer,
      @RequestParam(defaultValue = "") String words)
      throws Exception {
    return answer(token, Question.TOOK_OVER, answer, words);
  }

  private ModelAndView answer(String token, Question question, String answer, String words)
      throws Exception {
    if (opened(token).isEmpty()) {
      return notFound();
    }
    if (!answer.matches("yes|no")) {
      return refuse();
    }
    var id = links.introductionOf(token).getAsLong();
    return pages.answer(id, question, answer.equals("yes"), words)
        ? toThePage(token)
        : page(token, words);
  }

  /** Where a browser ends up that opens the address of a button again, from its history say. */
  @GetMapping({HELP, TAKE_OVER})
  ModelAndView toThePage(@PathVariable String token) {
    var page = new RedirectView(PAGE, true);
    page.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(page, "token", token);
  }

  /** What no button of the page sends: a file, say. */
  @PostMapping({PAGE, HELP, TAKE_OVER})
  ModelAndView refuse() throws Exception {
    return apologies.page("introduction.refused", HttpStatus.UNSUPPORTED_MEDIA_TYPE);
  }

  /** A link that a mail program has cut or extended. */
  @GetMapping({IntroductionLinks.PATH, IntroductionLinks.PATH + "/**"})
  ModelAndView notFound() throws Exception {
    return apologies.page("introduction.not-found", HttpStatus.NOT_FOUND);
  }

  private Optional<ContactPage> opened(String token) {
    var found = links.introductionOf(token);
    return found.isPresent() ? pages.open(found.getAsLong()) : Optional.empty();
  }

  /**
   * @param tooLong what was typed and not taken, since nothing may be lost; null for nothing
   */
  private ModelAndView page(String token, String tooLong) throws Exception {
    var opened = opened(token);
    if (opened.isEmpty()) {
      return notFound();
    }
    var page =
        new ModelAndView(
                views.resolveViewName(
                    "introduction/page", Locale.forLanguageTag(opened.get().language())))
            .addObject("page", opened.get())
            .addObject("token", token)
            .addObject("tooLong", tooLong);
    if (tooLong != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return page;
  }

  /** The link in the mail is the key. */
  @Configuration(proxyBeanMethods = false)
  static class Pages {

    @Bean
    OpenPages openIntroductionPages() {
      return new OpenPages(IntroductionLinks.PATH, "introduction");
    }
  }
}
