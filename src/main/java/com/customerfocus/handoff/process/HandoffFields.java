package com.customerfocus.handoff.process;

import com.customerfocus.engine.variable.FormChoice;
import com.customerfocus.handoff.BounceReason;
import com.customerfocus.handoff.Handoff;
import com.customerfocus.handoff.HandoffState;
import com.customerfocus.handoff.HandoffStep;
import com.customerfocus.handoff.HandoffView;
import com.customerfocus.handoff.Priority;
import com.customerfocus.organization.Department;
import com.customerfocus.support.Sentence;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the forms of a handoff show first: the choices of its state, and dates to begin with. */
@Component
class HandoffFields {

  private final HandoffView view;
  private final Clock clock;

  HandoffFields(HandoffView view, Clock clock) {
    this.view = view;
    this.clock = clock;
  }

  /**
   * The fields of a form.
   *
   * @param choices the steps to choose from
   * @param reasons why it is declined or reopened
   * @param partners departments that can be asked
   * @param priorities other than the present one
   * @param clock on whose clock dates are entered, such as {@code Europe/Madrid}
   */
  record Fields(
      List<FormChoice> choices,
      List<FormChoice> reasons,
      List<FormChoice> partners,
      List<FormChoice> priorities,
      String clock,
      String decision,
      String date,
      String need,
      String doneWhen) {}

  /** Of the form of the side whose turn it is. */
  Fields word(long id) {
    var handoff = view.handoff(id);
    return fields(
        handoff,
        choices(handoff),
        handoff.state() == HandoffState.ACCEPTED ? handoff.dueAt() : handoff.wishedAt());
  }

  /** Of the form with which the requester follows it. */
  Fields followUp(long id) {
    var handoff = view.handoff(id);
    return fields(
        handoff,
        Stream.of(HandoffStep.CHANGE_PRIORITY, HandoffStep.WITHDRAW)
            .filter(step -> step.isPossibleIn(handoff.state()))
            .toList(),
        null);
  }

  /** Of the form in which the requester answers about a later date. */
  Fields newDate(long id) {
    return fields(
        view.handoff(id),
        List.of(HandoffStep.AGREE_ON_NEW_DATE, HandoffStep.REFUSE_NEW_DATE),
        null);
  }

  private List<HandoffStep> choices(Handoff handoff) {
    return switch (handoff.state()) {
      case REQUESTED ->
          possible(
              handoff,
              HandoffStep.ACCEPT,
              HandoffStep.PROPOSE_DATE,
              HandoffStep.ASK_BACK,
              HandoffStep.DECLINE,
              HandoffStep.GIVE_TO_COLLEAGUE,
              HandoffStep.GIVE_BACK);
      case ASKED_BACK -> List.of(HandoffStep.ANSWER, HandoffStep.WITHDRAW);
      case DATE_PROPOSED ->
          List.of(HandoffStep.AGREE_ON_DATE, HandoffStep.REFUSE_DATE, HandoffStep.WITHDRAW);
      case DECLINED -> List.of(HandoffStep.ASK_ANOTHER, HandoffStep.REQUEST, HandoffStep.WITHDRAW);
      case ACCEPTED ->
          possible(
              handoff,
              HandoffStep.DELIVER,
              HandoffStep.ASK_FOR_NEW_DATE,
              HandoffStep.HAND_ON,
              HandoffStep.GIVE_UP,
              HandoffStep.GIVE_TO_COLLEAGUE,
              HandoffStep.GIVE_BACK);
      case DELIVERED -> List.of(HandoffStep.CONFIRM, HandoffStep.REOPEN);
      default -> List.of();
    };
  }

  private List<HandoffStep> possible(Handoff handoff, HandoffStep... steps) {
    var now = clock.instant();
    return Arrays.stream(steps)
        .filter(step -> step != HandoffStep.GIVE_BACK || handoff.ownerId() != null)
        .filter(step -> step != HandoffStep.ASK_FOR_NEW_DATE || handoff.canGetNewDate(now))
        .toList();
  }

  private Fields fields(Handoff handoff, List<HandoffStep> steps, Instant date) {
    var zone = view.zone(handoff);
    var side = handoff.state().turn();
    var asks =
        handoff.state() == HandoffState.ACCEPTED
            ? handoff.partnerDepartment()
            : handoff.requesterDepartment();
    var chooses = handoff.state() == HandoffState.DECLINED || steps.contains(HandoffStep.HAND_ON);
    return new Fields(
        steps.stream().map(step -> choice("handoff.choice.", step)).toList(),
        Arrays.stream(BounceReason.values())
            .filter(reason -> reason.side() == side)
            .map(reason -> choice("form.handoff.reason.", reason))
            .toList(),
        chooses
            ? FormChoice.of(view.partnersOf(asks), Department::id, Department::name)
            : List.of(),
        Arrays.stream(Priority.values())
            .filter(priority -> priority != handoff.priority())
            .map(priority -> choice("form.handoff.priority.", priority))
            .toList(),
        zone.getId(),
        steps.isEmpty() ? null : steps.get(0).name(),
        date == null
            ? null
            : date.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString(),
        handoff.need(),
        handoff.doneWhen());
  }

  private static FormChoice choice(String key, Enum<?> value) {
    return new FormChoice(new Sentence(key + value.name()).inEnglish(), value.name());
  }
}
