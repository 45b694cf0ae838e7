package com.customerfocus.handoff;

import com.customerfocus.attachment.Attachments;
import com.customerfocus.handoff.Handoffs.NewRow;
import com.customerfocus.idempotency.KeyedRecords;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import com.customerfocus.text.Shortened;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A department asks another one. */
@Service
@Transactional
public class RequestService implements KeyedRecords {

  /** Characters of the need in names of tasks and subjects of mails. */
  private static final int SHORT = 80;

  private final Handoffs handoffs;
  private final HandoffParties parties;
  private final HandoffClocks clocks;
  private final HandoffJournal journal;
  private final Attachments attachments;
  private final Clock clock;

  RequestService(
      Handoffs handoffs,
      HandoffParties parties,
      HandoffClocks clocks,
      HandoffJournal journal,
      Attachments attachments,
      Clock clock) {
    this.handoffs = handoffs;
    this.parties = parties;
    this.clocks = clocks;
    this.journal = journal;
    this.attachments = attachments;
    this.clock = clock;
  }

  /** A file that explains a request or an answer, or that was delivered. */
  public record NewFile(String name, byte[] content) {}

  /**
   * Records a request.
   *
   * @param files that explain it
   * @param requester employee id of the person who asks
   * @throws InvalidInputException when something is missing or wrong; nothing is recorded then
   */
  public HandoffCourse request(HandoffRequest entered, List<NewFile> files, String requester) {
    HandoffRequest request = tidy(entered);
    Inputs.check(request);
    // A part is asked for by the department that has the whole, also by another one's person who
    // acts for it.
    var from =
        request.parent() == null
            ? parties.requesterOf(requester).id()
            : whole(request.parent(), requester).partnerDepartment();
    var partner = parties.partner(request.partner(), from);
    var dates = clocks.dates(partner.id());
    var wished = dates.moment(request.wished());
    var priority = HandoffWord.priority(request.priority());
    var id =
        handoffs.add(
            new NewRow(
                request,
                subject(request.need()),
                customer(request.customer()),
                priority,
                requester,
                from,
                partner.id(),
                wished,
                clock.instant()));
    journal.begun(
        id,
        request.parent() != null,
        partner.id(),
        requester,
        parties.toldOfRequest(partner.id(), priority));
    var handoff = handoffs.find(id).orElseThrow();
    files.forEach(file -> attachments.add(handoff.files(), file.name(), file.content(), requester));
    return HandoffCourse.begun(handoff, dates);
  }

  /**
   * The handoff for a part of which the requester asks, locked. Its number tells a person who does
   * not act for its partner nothing.
   */
  private Handoff whole(long parent, String requester) {
    return handoffs
        .find(parent)
        .map(it -> handoffs.lock(it.id()))
        .filter(it -> it.state() == HandoffState.ACCEPTED && parties.mayHandOn(it, requester))
        .orElseThrow(
            () -> new InvalidInputException("refusal.handoff.parent", String.valueOf(parent)));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Keyed> findKeyed(String requester, String key) {
    return handoffs.findKeyed(requester, key);
  }

  @Override
  public void keepKey(long id, String key, String digest) {
    handoffs.setKey(id, key, digest);
  }

  private static HandoffRequest tidy(HandoffRequest it) {
    return new HandoffRequest(
        it.partner(),
        Texts.stripToNull(it.customer()),
        Texts.stripToNull(it.need()),
        Texts.stripToNull(it.tried()),
        Texts.stripToNull(it.told()),
        Texts.stripToNull(it.doneWhen()),
        it.wished(),
        Texts.stripToNull(it.priority()),
        it.parent());
  }

  private Long customer(String reference) {
    return reference == null
        ? null
        : handoffs
            .customer(reference)
            .orElseThrow(
                () -> new InvalidInputException("refusal.handoff.customer-unknown", reference));
  }

  /** The need in short: its first line. */
  static String subject(String need) {
    return Shortened.of(Texts.oneLine(need.lines().findFirst().orElse(need)), SHORT);
  }
}
