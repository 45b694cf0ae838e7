package com.customerfocus.customercase;

import com.customerfocus.customercase.news.Contact;
import com.customerfocus.customercase.news.News;
import com.customerfocus.customercase.remark.CaseRemarks;
import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.text.FormHtml;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a case as forms and pages need it. */
@Service
@Transactional(readOnly = true)
public class CaseView {

  /** A step and its words are recorded in one transaction. */
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  private final CustomerCases cases;
  private final OwnerSteps owner;
  private final News news;
  private final PersonalDueDates dates;
  private final FormHtml html;
  private final ObjectProvider<CaseRemarks> remarks;

  CaseView(
      CustomerCases cases,
      OwnerSteps owner,
      News news,
      PersonalDueDates dates,
      FormHtml html,
      ObjectProvider<CaseRemarks> remarks) {
    this.cases = cases;
    this.owner = owner;
    this.news = news;
    this.dates = dates;
    this.html = html;
    this.remarks = remarks;
  }

  /** The case, if there is one of this number. */
  public Optional<CustomerCase> find(long id) {
    return cases.find(id);
  }

  /** The history without news and calls, in order. */
  public List<CaseEvent> events(long id) {
    return cases.events(id);
  }

  /** What was said between the customer and us, in order. */
  public List<Contact> contacts(long id) {
    return news.contacts(id);
  }

  /** The same of the case that goes on for it, where another one has taken it in. */
  public Optional<CustomerCase> findSurvivor(long id) {
    return cases
        .find(id)
        .flatMap(it -> it.joinedToId() == null ? Optional.of(it) : cases.find(it.joinedToId()));
  }

  /** When the customer turned to us first, of the case and of those that it has taken in. */
  public Instant received(long id) {
    return cases.received(id);
  }

  /** What was said in it and in the cases that it has taken in, in the order of recording. */
  public List<Contact> said(long id) {
    return news.contacts(cases.withJoined(id));
  }

  /** The cases that this one has taken in, in order. */
  public List<CustomerCase> takenIn(long id) {
    return cases.takenIn(id);
  }

  /** Numbers of the cases of this customer, in order. */
  public List<Long> ofCustomer(long customerId) {
    return cases.ofCustomer(customerId);
  }

  /** The clock that the owner goes by. */
  public ZoneId zone(CustomerCase about) {
    return dates.calendar(about.ownerId()).zone();
  }

  /**
   * A line of the history: a step, or what was said.
   *
   * @param step null for what was said
   * @param contact null for a step
   */
  public record Line(Instant at, CaseEvent step, Contact contact) {}

  /** Steps and what was said, in order of time. */
  public List<Line> history(long id) {
    var lines = new ArrayList<Line>();
    var steps = cases.events(id);
    steps.forEach(it -> lines.add(new Line(it.at(), it, null)));
    said(id).stream()
        .filter(it -> steps.stream().noneMatch(step -> isOf(it, step)))
        .forEach(it -> lines.add(new Line(it.recordedAt(), null, it)));
    lines.sort(Comparator.comparing(Line::at));
    return lines;
  }

  /** Whether these are the words with which the customer took this step, which shows them. */
  private static boolean isOf(Contact words, CaseEvent step) {
    return step.byCustomer()
        && words.way() == Contact.Way.PAGE
        && words.words().equals(step.note())
        && !step.at().isAfter(words.recordedAt())
        && !step.at().plus(AT_ONCE).isBefore(words.recordedAt());
  }

  /**
   * What forms in Tasklist show, as HTML: the need, by when the customer hears from us, what keeps
   * the case open and what happened so far, on the owner's clock.
   */
  public String caseHtml(long id) {
    var about = cases.find(id).orElseThrow();
    var model = new HashMap<String, Object>();
    model.put("it", about);
    model.put("takenIn", cases.takenIn(id));
    model.put("lines", history(id));
    model.put("open", about.state().isToClose() ? owner.open(about) : List.of());
    model.put("late", news.late(id).size());
    model.put("zone", zone(about));
    model.put(
        "remarks", remarks.orderedStream().flatMap(it -> it.of(id, zone(about)).stream()).toList());
    return html.of("case", Locale.ENGLISH, model);
  }
}
