package com.customerfocus.link.web;

import com.customerfocus.link.OpenPages;
import com.customerfocus.request.RefusalPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UrlPathHelper;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Pages that say why there is no page to read: in both languages, as the reader is not known. */
@Component
public class ApologyPages implements RefusalPage {

  private static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

  private final MessageSource words;
  private final ThymeleafViewResolver views;
  private final List<OpenPages> pages;

  ApologyPages(MessageSource words, ThymeleafViewResolver views, List<OpenPages> pages) {
    this.words = words;
    this.views = views;
    this.pages = pages;
  }

  /**
   * The page that says this.
   *
   * @param key of the words, without {@code .title} and {@code .text}
   * @throws Exception as views do
   */
  public ModelAndView page(String key, HttpStatus status) throws Exception {
    var page = new ModelAndView(view(), model(key));
    page.setStatus(status);
    return page;
  }

  /**
   * The page that says why there is none at the address of this request.
   *
   * @param why {@code busy}, {@code trouble} or {@code refused}
   */
  ModelAndView page(HttpServletRequest request, String why, HttpStatus status) throws Exception {
    return page(asked(request).orElseThrow().words() + "." + why, status);
  }

  @Override
  public boolean isFor(HttpServletRequest request) {
    return asked(request).isPresent();
  }

  @Override
  public void write(HttpServletRequest request, HttpServletResponse response) throws Exception {
    var key = asked(request).orElseThrow().words() + ".refused";
    view().render(model(key), request, response);
  }

  private Optional<OpenPages> asked(HttpServletRequest request) {
    var path = UrlPathHelper.defaultInstance.getPathWithinApplication(request);
    return pages.stream().filter(it -> it.include(path)).findFirst();
  }

  private View view() throws Exception {
    return views.resolveViewName("page/apology", LANGUAGES.get(0));
  }

  private Map<String, Object> model(String key) {
    return Map.of("apologies", LANGUAGES.stream().map(language -> apology(key, language)).toList());
  }

  private Apology apology(String key, Locale language) {
    return new Apology(
        language.getLanguage(),
        words.getMessage(key + ".title", null, language),
        words.getMessage(key + ".text", null, language));
  }

  /** Why there is no page to read, in one language. */
  record Apology(String language, String title, String text) {}
}
