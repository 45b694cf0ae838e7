package com.customerfocus.customercase.survey.web;

import com.customerfocus.customercase.survey.SurveyAnswers;
import com.customerfocus.customercase.survey.SurveyLinks;
import com.customerfocus.customercase.survey.SurveyPageService;
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
 * The page of questions behind the link in the mail after a case. Only its button changes anything,
 * since mail scanners open links, too. Every invalid link gets the same answer.
 */
@OpenPageController
class SurveyController {

  private static final String PAGE = SurveyLinks.PATH + "/{token}";
  private static final String ANSWER = PAGE + "/answer";

  private final SurveyPageService pages;
  private final SurveyLinks links;
  private final ThymeleafViewResolver views;
  private final ApologyPages apologies;

  SurveyController(
      SurveyPageService pages,
      SurveyLinks links,
      ThymeleafViewResolver views,
      ApologyPages apologies) {
    this.pages = pages;
    this.links = links;
    this.views = views;
    this.apologies = apologies;
  }

  @GetMapping(PAGE)
  ModelAndView show(@PathVariable String token) throws Exception {
    var opened = opened(token);
    return opened.isEmpty() ? notFound() : page(token, opened.get(), null);
  }

  @PostMapping(path = ANSWER, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ModelAndView answer(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String satisfaction,
      @RequestParam(defaultValue = "") String recommend,
      @RequestParam(defaultValue = "") String again,
      @RequestParam(defaultValue = "") String courtesy,
      @RequestParam(defaultValue = "") String helped)
      throws Exception {
    var opened = opened(token);
    if (opened.isEmpty()) {
      return notFound();
    }
    // PostgreSQL knows no NUL; browsers send line breaks as two characters.
    var words = helped.replace("\0", "").replace("\r\n", "\n");
    var answers = SurveyAnswers.of(satisfaction, recommend, again, courtesy, words);
    if (answers.isEmpty()) {
      return refuse();
    }
    if (words.length() > SurveyAnswers.LONGEST) {
      return page(token, opened.get(), answers.get());
    }
    pages.answer(links.surveyOf(token).getAsLong(), answers.get());
    return to(token);
  }

  /** Where a browser ends up that opens the address of the button again, from its history say. */
  @GetMapping(ANSWER)
  ModelAndView toThePage(@PathVariable String token) {
    return to(token);
  }

  private static ModelAndView to(String token) {
    var page = new RedirectView(PAGE, true);
    page.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(page, "token", token);
  }

  /** What the page does not send: a file, say. */
  @PostMapping({PAGE, ANSWER})
  ModelAndView refuse() throws Exception {
    return apologies.page("case.refused", HttpStatus.UNSUPPORTED_MEDIA_TYPE);
  }

  /** A link that a mail program has cut or extended. */
  @GetMapping({SurveyLinks.PATH, SurveyLinks.PATH + "/**"})
  ModelAndView notFound() throws Exception {
    return apologies.page("case.not-found", HttpStatus.NOT_FOUND);
  }

  private Optional<SurveyPageService.SurveyPage> opened(String token) {
    var found = links.surveyOf(token);
    return found.isPresent() ? pages.open(found.getAsLong()) : Optional.empty();
  }

  /**
   * @param tooLong what was sent and not taken, or null
   */
  private ModelAndView page(
      String token, SurveyPageService.SurveyPage opened, SurveyAnswers tooLong) throws Exception {
    var page =
        new ModelAndView(
                views.resolveViewName("case/questions", Locale.forLanguageTag(opened.language())))
            .addObject("page", opened)
            .addObject("token", token)
            .addObject("answers", tooLong == null ? opened.answers() : tooLong)
            .addObject("isTooLong", tooLong != null);
    if (tooLong != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    }
    return page;
  }

  /** The link in the mail is the key. */
  @Configuration(proxyBeanMethods = false)
  static class Pages {

    @Bean
    OpenPages openSurveyPages() {
      return new OpenPages(SurveyLinks.PATH, "case");
    }
  }
}
