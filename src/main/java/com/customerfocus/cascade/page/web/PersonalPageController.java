package com.customerfocus.cascade.page.web;

import com.customerfocus.cascade.page.PersonalPageService;
import com.customerfocus.cascade.page.PersonalPageView;
import com.customerfocus.cascade.question.QuestionOutcome;
import com.customerfocus.cascade.receipt.ReceiptLinks;
import com.customerfocus.link.web.ApologyPages;
import com.customerfocus.link.web.OpenPageController;
import com.customerfocus.text.Markdown;
import com.customerfocus.worktime.WorkingTime;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * The page behind the link in everyone's mail: the memo in the reader's language, one button, and
 * the team's questions.
 *
 * <p>Only the buttons change anything, since mail scanners open links too. A memo that was closed
 * before the reader acknowledged it, or needs no acknowledgement, can still be read. Every invalid
 * link gets the same response, so that it does not reveal the reason. That response is in both
 * languages, since the reader is not known.
 */
@OpenPageController
class PersonalPageController {

  private static final Unasked NOTHING_ASKED = new Unasked(null, null);

  /** What a page shows that does not say. */
  private static final String FIRST = "1";

  private static final Optional<PersonalPageView> NO_MEMO = Optional.empty();

  private final PersonalPageService pages;
  private final ReceiptLinks links;
  private final Markdown markdown;
  private final WorkingTime workingTime;
  private final ThymeleafViewResolver views;
  private final ApologyPages apologyPages;

  PersonalPageController(
      PersonalPageService pages,
      ReceiptLinks links,
      Markdown markdown,
      WorkingTime workingTime,
      ThymeleafViewResolver views,
      ApologyPages apologyPages) {
    this.pages = pages;
    this.links = links;
    this.markdown = markdown;
    this.workingTime = workingTime;
    this.views = views;
    this.apologyPages = apologyPages;
  }

  @GetMapping("/memo/{token}")
  ModelAndView show(@PathVariable String token, @RequestParam Optional<Integer> seen)
      throws Exception {
    var receipt = links.receiptOf(token);
    var memo = receipt.isPresent() ? memo(receipt.getAsLong(), seen) : NO_MEMO;
    if (memo.isEmpty()) {
      return notFound();
    }
    var page = page(memo.get(), token, NOTHING_ASKED);
    return seen.isPresent()
        ? page.addObject("outdated", memo.get().canBeAcknowledgedAgain())
        : page;
  }

  private Optional<PersonalPageView> memo(long receipt, Optional<Integer> seen) {
    return seen.isPresent() ? pages.personalMemo(receipt, seen.get()) : pages.personalMemo(receipt);
  }

  @PostMapping(
      path = "/memo/{token}/acknowledgement",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ModelAndView acknowledge(
      @PathVariable String token, @RequestParam(defaultValue = FIRST) int version)
      throws Exception {
    var receipt = links.receiptOf(token);
    if (receipt.isEmpty()) {
      return notFound();
    }
    var page = toThePage(token);
    if (!pages.acknowledge(receipt.getAsLong(), version)) {
      page.addObject("seen", version);
    }
    return page;
  }

  @PostMapping(
      path = "/memo/{token}/question",
      consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
  ModelAndView ask(@PathVariable String token, @RequestParam(defaultValue = "") String question)
      throws Exception {
    var receipt = links.receiptOf(token);
    if (receipt.isEmpty()) {
      return notFound();
    }
    var asked = pages.ask(receipt.getAsLong(), question);
    return asked == QuestionOutcome.ON_ITS_WAY
        ? to("/memo/{token}#questions", token)
        : unasked(receipt.getAsLong(), token, new Unasked(asked, question));
  }

  /** The page once more, with what was typed, since nothing may be lost, and why it did not go. */
  private ModelAndView unasked(long receiptId, String token, Unasked unasked) throws Exception {
    var memo = pages.personalMemo(receiptId);
    if (memo.isEmpty()) {
      return notFound();
    }
    var page = page(memo.get(), token, unasked);
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page;
  }

  /** Where a browser ends up that opens the address of a button again, from its history say. */
  @GetMapping({"/memo/{token}/acknowledgement", "/memo/{token}/question"})
  ModelAndView toThePage(@PathVariable String token) {
    return to("/memo/{token}", token);
  }

  private static ModelAndView to(String address, String token) {
    var page = new RedirectView(address, true);
    page.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(page, "token", token);
  }

  /** What no button of the page sends: a file, say. */
  @PostMapping({"/memo/{token}/acknowledgement", "/memo/{token}/question"})
  ModelAndView refuse() throws Exception {
    return apologyPages.page("memo.refused", HttpStatus.UNSUPPORTED_MEDIA_TYPE);
  }

  /** A link that a mail program has cut or extended. */
  @GetMapping({"/memo", "/memo/**"})
  ModelAndView notFound() throws Exception {
    return apologyPages.page("memo.not-found", HttpStatus.NOT_FOUND);
  }

  /** A version that is no number. */
  @ExceptionHandler
  ModelAndView notFound(MethodArgumentTypeMismatchException cause) throws Exception {
    return notFound();
  }

  private ModelAndView page(PersonalPageView memo, String token, Unasked unasked) throws Exception {
    var language = Locale.forLanguageTag(memo.reader().language());
    return new ModelAndView(views.resolveViewName("memo/page", language))
        .addObject("memo", memo)
        .addObject("token", token)
        .addObject("markdown", markdown)
        .addObject("zone", workingTime.calendar(memo.reader().site()).zone())
        .addObject("unasked", unasked)
        .addObject("outdated", false);
  }

  /**
   * A question that was not taken.
   *
   * @param why null when none was asked
   * @param text as typed
   */
  record Unasked(QuestionOutcome why, String text) {

    /** The words that say why. */
    public String key() {
      return "question.page." + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
