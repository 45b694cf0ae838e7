package com.customerfocus.customercase.goodwill;

import com.customerfocus.customercase.CaseStep;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.CustomerCaseService;
import com.customerfocus.support.Sentence;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts goodwill into the history of its case, and tells listeners what was granted. */
@Component
class GoodwillJournal {

  private final GoodwillRecords records;
  private final CustomerCaseService cases;
  private final CaseView view;
  private final ApplicationEventPublisher events;

  GoodwillJournal(
      GoodwillRecords records,
      CustomerCaseService cases,
      CaseView view,
      ApplicationEventPublisher events) {
    this.records = records;
    this.cases = cases;
    this.view = view;
    this.events = events;
  }

  /** It was offered, and granted where no manager is asked. */
  GoodwillCourse offered(long id) {
    return recorded(id, it -> it.offeredBy(), it -> it.reason());
  }

  /** A manager has decided. */
  void decided(long id) {
    recorded(id, it -> it.decidedBy(), it -> it.note());
  }

  private GoodwillCourse recorded(
      long id, Function<Goodwill, String> by, Function<Goodwill, String> words) {
    var goodwill = records.find(id).orElseThrow();
    var line =
        new Sentence(
                "goodwill.line." + goodwill.state(),
                new Sentence("goodwill.kind." + goodwill.kind()),
                goodwill.sum(),
                goodwill.approverName())
            .inEnglish();
    var said = words.apply(goodwill);
    cases.happened(
        goodwill.caseId(),
        CaseStep.GOODWILL,
        said == null ? line : "%s %s".formatted(line, said),
        by.apply(goodwill));
    if (goodwill.state() == GoodwillState.GRANTED) {
      events.publishEvent(goodwill.granted());
    }
    return course(goodwill);
  }

  /** How it goes on. */
  GoodwillCourse course(Goodwill goodwill) {
    var about = view.find(goodwill.caseId()).orElseThrow();
    var what =
        "%s %s"
            .formatted(
                new Sentence("goodwill.kind." + goodwill.kind()).inEnglish(), goodwill.sum());
    return new GoodwillCourse(
        goodwill.id(),
        about.customerName() == null ? what : about.customerName() + ", " + what,
        goodwill.state() == GoodwillState.WAITING,
        goodwill.approverId(),
        goodwill.approveBy(),
        goodwill.approveBy());
  }
}
