package com.customerfocus.cascade.page.web;

import com.customerfocus.request.RefusalPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UrlPathHelper;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Pages that say why there is no memo to read: in both languages, as the reader is not known. */
@Component
class ApologyPages implements RefusalPage {

  private static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

  private final MessageSource words;
  private final ThymeleafViewResolver views;

  ApologyPages(MessageSource words, ThymeleafViewResolver views) {
    this.words = words;
    this.views = views;
  }

  /**
   * @param key of the words, without {@code .title} and {@code .text}
   */
  ModelAndView page(String key, HttpStatus status) throws Exception {
    var page = new ModelAndView(view(), model(key));
    page.setStatus(status);
    return page;
  }

  @Override
  public boolean isFor(HttpServletRequest request) {
    return MemoPages.PAGES.include(UrlPathHelper.defaultInstance.getPathWithinApplication(request));
  }

  @Override
  public void write(HttpServletRequest request, HttpServletResponse response) throws Exception {
    view().render(model("memo.refused"), request, response);
  }

  private View view() throws Exception {
    return views.resolveViewName("memo/apology", LANGUAGES.get(0));
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

  /** Why there is no memo to read, in one language. */
  record Apology(String language, String title, String text) {}
}
