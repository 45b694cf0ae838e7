package com.customerfocus.customercase.process;

import com.customerfocus.customercase.CaseState;
import com.customerfocus.customercase.CaseStep;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.news.Contact;
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
import org.springframework.stereotype.Component;

/** What the forms of a case show first: the choices of its state, and departments to ask. */
@Component
class CaseFields {

  private static final int SHORT = 80;

  private final CaseView view;
  private final HandoffView handoffs;

  CaseFields(CaseView view, HandoffView handoffs) {
    this.view = view;
    this.handoffs = handoffs;
  }

  /**
   * The fields of a form.
   *
   * @param choices the steps to choose from
   * @param ways how the customer is told
   * @param partners departments that can be asked
   * @param priorities other than the present one
   * @param updates news that can be corrected, the last first
   * @param clock on whose clock dates are entered, such as {@code Europe/Madrid}
   * @param need the customer's words, with which a request of a partner begins
   */
  record Fields(
      List<FormChoice> choices,
      List<FormChoice> ways,
      List<FormChoice> partners,
      List<FormChoice> priorities,
      List<FormChoice> updates,
      String clock,
      String decision,
      String way,
      String need) {}

  /** Of the form of the work at hand. */
  Fields work(long id) {
    var about = view.find(id).orElseThrow();
    var steps = CaseStep.possibleIn(about.state(), StayWithCustomerProcess.OF_WORK);
    return fields(about, steps, List.of());
  }

  /** Of the form that stays with the customer. */
  Fields stay(long id) {
    var about = view.find(id).orElseThrow();
    var updates =
        view.said(id).stream()
            .filter(it -> !it.way().isFromCustomer() && it.way().isShown() && !it.isCorrected())
            .sorted(Comparator.comparing(Contact::id).reversed())
            .map(it -> new FormChoice(Shortened.of(it.words(), SHORT), String.valueOf(it.id())))
            .toList();
    var steps = CaseStep.possibleIn(about.state(), StayWithCustomerProcess.OF_STAY);
    if (updates.isEmpty()) {
      steps.remove(CaseStep.CORRECT);
    }
    return fields(about, steps, updates);
  }

  private Fields fields(CustomerCase about, Set<CaseStep> steps, List<FormChoice> updates) {
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
        updates,
        view.zone(about).getId(),
        about.state() == CaseState.FINDING_OUT || steps.size() > 2 ? null : first(steps),
        Contact.Way.MAIL.name(),
        about.need());
  }

  private static String first(Set<CaseStep> steps) {
    return steps.isEmpty() ? null : steps.iterator().next().name();
  }

  private static FormChoice choice(String key, Enum<?> value) {
    return new FormChoice(new Sentence(key + value.name()).inEnglish(), value.name());
  }
}
