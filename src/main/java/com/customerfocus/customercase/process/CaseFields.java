package com.customerfocus.customercase.process;

import com.customerfocus.customercase.CaseKind;
import com.customerfocus.customercase.CaseState;
import com.customerfocus.customercase.CaseStep;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.news.Contact;
import com.customerfocus.customercase.remark.AnswerOwed;
import com.customerfocus.engine.variable.FormChoice;
import com.customerfocus.handoff.HandoffView;
import com.customerfocus.handoff.Priority;
import com.customerfocus.organization.Department;
import com.customerfocus.support.Sentence;
import com.customerfocus.text.Shortened;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the forms of a case show first: the choices of its state, and departments to ask. */
@Component
class CaseFields {

  private static final int SHORT = 80;

  private final CaseView view;
  private final HandoffView handoffs;
  private final ObjectProvider<AnswerOwed> answers;

  CaseFields(CaseView view, HandoffView handoffs, ObjectProvider<AnswerOwed> answers) {
    this.view = view;
    this.handoffs = handoffs;
    this.answers = answers;
  }

  /**
   * The fields of a form.
   *
   * @param choices the steps to choose from
   * @param ways how the customer is told
   * @param partners departments that can be asked
   * @param priorities other than the present one
   * @param kinds what it can be about; in the form that stays with the customer, other than now
   * @param updates news that can be corrected, the last first
   * @param clock on whose clock dates are entered, such as {@code Europe/Madrid}
   * @param need the customer's words, with which a request of a partner begins
   */
  record Fields(
      List<FormChoice> choices,
      List<FormChoice> ways,
      List<FormChoice> partners,
      List<FormChoice> priorities,
      List<FormChoice> kinds,
      List<FormChoice> updates,
      String clock,
      String decision,
      String kind,
      String way,
      String need) {}

  /** Of the form of the work at hand. */
  Fields work(long id) {
    var about = view.find(id).orElseThrow();
    var steps = CaseStep.possibleIn(about.state(), StayWithCustomerProcess.OF_WORK);
    return fields(about, steps, List.of(), about.kind());
  }

  /** Of the form that stays with the customer. */
  Fields stay(long id) {
    var about = view.find(id).orElseThrow();
    var updates =
        view.said(id).stream()
            .filter(Contact::canBeCorrected)
            .sorted(Comparator.comparing(Contact::id).reversed())
            .map(it -> new FormChoice(Shortened.of(it.words(), SHORT), String.valueOf(it.id())))
            .toList();
    var steps = CaseStep.possibleIn(about.state(), StayWithCustomerProcess.OF_STAY);
    if (updates.isEmpty()) {
      steps.remove(CaseStep.CORRECT);
    }
    if (answers.stream().noneMatch(it -> it.isOwed(id))) {
      steps.remove(CaseStep.ANSWERED);
    }
    return fields(about, steps, updates, null);
  }

  /**
   * @param kind entered already, or null where another one is chosen
   */
  private Fields fields(
      CustomerCase about, Set<CaseStep> steps, List<FormChoice> updates, CaseKind kind) {
    var asksPartners = steps.contains(CaseStep.ASK_PARTNER);
    return new Fields(
        steps.stream().map(step -> choice("case.choice.", step)).toList(),
        List.of(choice("case.way.", Contact.Way.MAIL), choice("case.way.", Contact.Way.CALL)),
        asksPartners
            ? FormChoice.of(
                handoffs.partnersOf(about.ownerDepartment()), Department::id, Department::name)
            : List.of(),
        Arrays.stream(Priority.values())
            .filter(priority -> priority != about.priority())
            .map(priority -> choice("form.handoff.priority.", priority))
            .toList(),
        Arrays.stream(CaseKind.values())
            .filter(it -> kind != null || it != about.kind())
            .map(it -> choice("case.kind.", it))
            .toList(),
        updates,
        view.zone(about).getId(),
        first(about.state(), steps),
        kind == null ? null : kind.name(),
        Contact.Way.MAIL.name(),
        about.need());
  }

  /** What is chosen when the form is opened: what most owners want there, or nothing. */
  private static String first(CaseState state, Set<CaseStep> steps) {
    if (steps.contains(CaseStep.CLOSE)) {
      return CaseStep.CLOSE.name();
    }
    return state == CaseState.FINDING_OUT || steps.size() > 2 || steps.isEmpty()
        ? null
        : steps.iterator().next().name();
  }

  private static FormChoice choice(String key, Enum<?> value) {
    return new FormChoice(new Sentence(key + value.name()).inEnglish(), value.name());
  }
}
