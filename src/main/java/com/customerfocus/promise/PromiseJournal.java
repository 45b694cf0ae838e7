package com.customerfocus.promise;

import com.customerfocus.notice.NoticeService;
import com.customerfocus.organization.ManagementLine;
import com.customerfocus.promise.PromiseEvent.Kind;
import com.customerfocus.promise.PromiseRules.Step;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts what happens to a promise on record, and tells the people concerned by mail. */
@Component
class PromiseJournal {

  private final Promises promises;
  private final ManagementLine line;
  private final NoticeService notices;
  private final Clock clock;

  PromiseJournal(Promises promises, ManagementLine line, NoticeService notices, Clock clock) {
    this.promises = promises;
    this.line = line;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Whom to tell what concerns this party: the person, or the head of the department. Customers are
   * told by the capability that made the promise.
   */
  Optional<String> speakerOf(Party party) {
    return switch (party.kind()) {
      case PERSON -> Optional.of(party.id());
      case DEPARTMENT -> line.headOf(party.id());
      case CUSTOMER, AUDIENCE -> Optional.empty();
    };
  }

  /** Changes the promise, records the event, and notifies the promisee if it concerns them. */
  void record(Promise promise, Step step, String by) {
    promises.change(promise.id(), step);
    var concernsPromisee = step.kind() == Kind.RENEGOTIATED || step.kind() == Kind.WITHDRAWN;
    tell(promise, step, by, concernsPromisee ? speakerOf(promise.madeTo()).orElse(null) : null);
  }

  /** The same without a mail: the capability of the promise tells its people. */
  void recordQuietly(Promise promise, Step step, String by) {
    promises.change(promise.id(), step);
    tell(promise, step, by, null);
  }

  /** Records an event and its notice. Actors get no mail about their own action. */
  void tell(Promise promise, Step step, String by, String addressee) {
    var recipient = addressee != null && addressee.equals(by) ? null : addressee;
    var isNewDate = step.kind() == Kind.RENEGOTIATED;
    var event =
        promises.add(
            promise.id(),
            new PromiseEvent(
                0,
                step.kind(),
                clock.instant(),
                by,
                step.note(),
                isNewDate ? promise.due() : null,
                isNewDate ? step.due() : null,
                recipient));
    if (recipient != null) {
      notices.record(
          PromiseNewsRenderer.KIND, PromiseNewsRenderer.RECIPIENTS, Map.of("event", event));
    }
  }
}
