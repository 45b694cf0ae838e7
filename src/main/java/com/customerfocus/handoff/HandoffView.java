package com.customerfocus.handoff;

import com.customerfocus.attachment.Attachments;
import com.customerfocus.organization.Department;
import com.customerfocus.organization.HandoffDepartments;
import com.customerfocus.support.Sentence;
import com.customerfocus.text.FormHtml;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a handoff as forms and pages need it. */
@Service
@Transactional(readOnly = true)
public class HandoffView {

  private final Handoffs handoffs;
  private final HandoffClocks clocks;
  private final HandoffDepartments departments;
  private final HandoffParties parties;
  private final Attachments attachments;
  private final FormHtml html;

  HandoffView(
      Handoffs handoffs,
      HandoffClocks clocks,
      HandoffDepartments departments,
      HandoffParties parties,
      Attachments attachments,
      FormHtml html) {
    this.handoffs = handoffs;
    this.clocks = clocks;
    this.departments = departments;
    this.parties = parties;
    this.attachments = attachments;
    this.html = html;
  }

  /**
   * The handoff.
   *
   * @throws java.util.NoSuchElementException when there is none
   */
  public Handoff handoff(long id) {
    return handoffs.find(id).orElseThrow();
  }

  /** What happened to it, in order. */
  public List<HandoffEvent> events(long id) {
    return handoffs.events(id);
  }

  /**
   * What forms in Tasklist show, as HTML: the need, what done looks like, files, dates and what
   * happened so far, on the partner's clock.
   */
  public String handoffHtml(long id) {
    var handoff = handoffs.find(id).orElseThrow();
    var model = new HashMap<String, Object>();
    model.put("handoff", handoff);
    var history = handoffs.events(id);
    model.put("events", history);
    model.put("pingPong", history.stream().anyMatch(HandoffEvent::cameBack));
    model.put("files", attachments.list(handoff.files()));
    model.put("parts", handoffs.parts(id));
    model.put(
        "parent",
        handoff.parentId() == null ? null : handoffs.find(handoff.parentId()).orElse(null));
    model.put("target", clocks.latestDelivery(handoff).orElse(null));
    model.put("due", clocks.due(handoff));
    model.put("zone", clocks.calendar(handoff.partnerDepartment()).zone());
    return html.of("handoff", Locale.ENGLISH, model);
  }

  /** The handoff, if there is one of this number. */
  public Optional<Handoff> find(long id) {
    return handoffs.find(id);
  }

  /**
   * Whether the person works in this department, has the handoff, or took a step in it. To follow
   * it is no part.
   */
  public boolean tookPart(long id, String department, String person) {
    return departments.isMember(person, department) || handoffs.tookStep(id, person);
  }

  /** On whose clock its dates are entered. */
  public ZoneId zone(Handoff handoff) {
    return clocks.calendar(handoff.partnerDepartment()).zone();
  }

  /**
   * To which moment a wished date is moved, and on which clock it is read.
   *
   * @param moment the last working moment of the partner not after what was entered
   * @param clock zone of the clock on which it was entered, such as {@code Europe/Madrid}
   * @param isMoved whether that is another moment than the one entered
   * @param words that say so to the reader of the request at hand; null when it is not moved
   */
  public record Wished(Instant moment, String clock, boolean isMoved, String words) {}

  /**
   * What becomes of a wished date.
   *
   * @param partner id or name of the department that is to be asked
   * @param typed ISO 8601 day or local time
   * @throws com.customerfocus.support.InvalidInputException when one of them is missing or wrong
   */
  public Wished wished(String partner, String typed) {
    var department = parties.partner(partner, null);
    var dates = clocks.dates(department.id());
    var moment = dates.moment(typed);
    var isMoved = !moment.equals(dates.entered(typed));
    return new Wished(
        moment,
        clocks.calendar(department.id()).zone().getId(),
        isMoved,
        isMoved
            ? new Sentence("handoff.wished.moved", dates.inWords(moment), department.name())
                .forReader()
            : null);
  }

  /** A moment as the reader of the request at hand reads it, on the clock of this department. */
  public String inWords(String department, Instant moment) {
    return clocks.dates(department).inWords(moment);
  }

  /** The departments that can be asked by this one, by name. */
  public List<Department> partnersOf(String department) {
    return departments.all().stream().filter(it -> !it.id().equals(department)).toList();
  }
}
