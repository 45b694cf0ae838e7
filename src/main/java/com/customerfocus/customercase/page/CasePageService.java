package com.customerfocus.customercase.page;

import com.customerfocus.customercase.CustomerMessages;
import com.customerfocus.customercase.CustomerSteps;
import com.customerfocus.customercase.news.News;
import com.customerfocus.support.Texts;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers see and do on the page of their case. */
@Service
public class CasePageService {

  private final CasePageReader reader;
  private final CustomerMessages messages;
  private final CustomerSteps steps;

  CasePageService(CasePageReader reader, CustomerMessages messages, CustomerSteps steps) {
    this.reader = reader;
    this.messages = messages;
    this.steps = steps;
  }

  /** What became of what a customer sent. */
  public enum Sent {
    RECORDED,
    EMPTY,
    TOO_LONG
  }

  /** Empty when there is no such case, or the customer's data were removed. */
  @Transactional(readOnly = true)
  public Optional<CasePage> open(long caseId) {
    return reader.read(caseId);
  }

  /** A message to the owner. */
  public Sent write(long caseId, String typed) {
    var words = words(typed);
    var fault = fault(words);
    if (fault.isEmpty()) {
      messages.onPage(caseId, words);
    }
    return fault.orElse(Sent.RECORDED);
  }

  /**
   * Whether the customer is comfortable.
   *
   * @param typed in the customer's own words: what is missing, if they are not
   */
  public Sent answer(long caseId, boolean isComfortable, String typed) {
    var words = words(typed);
    if (words != null && words.length() > News.LONGEST) {
      return Sent.TOO_LONG;
    }
    if (isComfortable) {
      steps.comfortable(caseId, words);
      return Sent.RECORDED;
    }
    if (words == null) {
      return Sent.EMPTY;
    }
    steps.notComfortable(caseId, words);
    return Sent.RECORDED;
  }

  private static Optional<Sent> fault(String words) {
    if (words == null) {
      return Optional.of(Sent.EMPTY);
    }
    return words.length() > News.LONGEST ? Optional.of(Sent.TOO_LONG) : Optional.empty();
  }

  /** PostgreSQL knows no NUL; browsers send line breaks as two characters. */
  private static String words(String typed) {
    return Texts.stripToNull(typed.replace("\0", "").replace("\r\n", "\n"));
  }
}
