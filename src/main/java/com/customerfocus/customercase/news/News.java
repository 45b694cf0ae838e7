package com.customerfocus.customercase.news;

import com.customerfocus.customer.ContactDecision;
import com.customerfocus.customer.CustomerContacts;
import com.customerfocus.customer.CustomerNotices;
import com.customerfocus.customercase.news.Contact.Way;
import com.customerfocus.deadline.PersonalDueDates;
import com.customerfocus.notice.Notice;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is said between a customer and us about a case, and the two clocks that follow from it. The
 * caller has locked the case, unless it is said otherwise.
 */
@Service
@Transactional
public class News {

  /** Maximum characters of what is said. */
  public static final int LONGEST = 4_000;

  /** For as long the same message from the page is the same. */
  private static final Duration PRESSED_TWICE = Duration.ofMinutes(5);

  private final Contacts contacts;
  private final NewsClocks clocks;
  private final NewsTimes times;
  private final CustomerContacts customers;
  private final CustomerNotices notices;
  private final PersonalDueDates dates;
  private final Clock clock;

  News(
      Contacts contacts,
      NewsClocks clocks,
      NewsTimes times,
      CustomerContacts customers,
      CustomerNotices notices,
      PersonalDueDates dates,
      Clock clock) {
    this.contacts = contacts;
    this.clocks = clocks;
    this.times = times;
    this.customers = customers;
    this.notices = notices;
    this.dates = dates;
    this.clock = clock;
  }

  /**
   * A run of a case begins.
   *
   * @param cycle 1 at first
   * @param ownerId employee id
   * @param site where the owner works, or null
   */
  public record Beginning(
      long caseId, int cycle, long customerId, String ownerId, String site, NewsTargets targets) {}

  /** Starts the clocks of a run of a case. */
  public void begin(Beginning it) {
    var now = clock.instant();
    var schedule = times.begun(it.site(), it.targets(), now);
    clocks.add(
        new NewsClock(
            it.caseId(),
            it.customerId(),
            it.cycle(),
            it.ownerId(),
            it.site(),
            it.targets(),
            now,
            null,
            null,
            null,
            schedule.lastContact(),
            null,
            schedule.newsDue(),
            null,
            null,
            null,
            null,
            false));
    // What the customer wrote before, in a message with which the case begins, waits for an answer.
    times.follow(List.of(it.caseId()), false);
  }

  /** The clocks of an open case. */
  @Transactional(readOnly = true)
  public Optional<NewsClock> clock(long caseId) {
    return clocks.find(caseId);
  }

  /** What was said, in the order in which it was recorded. */
  @Transactional(readOnly = true)
  public List<Contact> contacts(long caseId) {
    return contacts.ofCase(caseId);
  }

  /** What the customer of a case was told last. */
  @Transactional(readOnly = true)
  public Optional<String> lastTold(long caseId) {
    return contacts.ofCase(caseId).stream()
        .filter(it -> it.way() == Way.MAIL || it.way() == Way.CALL)
        .reduce((first, second) -> second)
        .map(Contact::words);
  }

  /** Number of the case that a mail with news was about; empty for a mail of another kind. */
  @Transactional(readOnly = true)
  public Optional<Long> caseOf(Notice notice) {
    return isNews(notice)
        ? contacts.find(notice.subjectId()).map(Contact::caseId)
        : Optional.empty();
  }

  /** The same of several cases. */
  @Transactional(readOnly = true)
  public List<Contact> contacts(Collection<Long> cases) {
    return contacts.ofCases(cases);
  }

  /** What was late, in order. */
  @Transactional(readOnly = true)
  public List<LateNews> late(long caseId) {
    return clocks.late(caseId);
  }

  /** Until when the owner of an open case finds out what is not known. */
  @Transactional(readOnly = true)
  public Instant findOutDue(long caseId) {
    var present = clocks.find(caseId).orElseThrow();
    return times.rules(present).findOut(clock.instant());
  }

  /**
   * Tells the customer by mail. A customer who wants no contact is not told: how things stand is
   * noted instead.
   *
   * @param by login
   * @throws InvalidInputException when something is missing or wrong, or no mail reaches the
   *     customer
   */
  public void tell(long caseId, NewsEntry entry, String by) {
    tell(caseId, entry, by, CaseNewsRenderer.KIND);
  }

  /**
   * The same by the mail that introduces the customer to a contact outside.
   *
   * @return number of the contact; empty when the customer wants no contact
   */
  public Optional<Long> introduce(long caseId, NewsEntry entry, String by) {
    return tell(caseId, entry, by, IntroductionMail.KIND);
  }

  private Optional<Long> tell(long caseId, NewsEntry entry, String by, String kind) {
    var present = present(caseId);
    var words = words(entry.words(), "refusal.case.news");
    var now = clock.instant();
    switch (decision(present)) {
      case CONTACT -> {
        var told = times.rules(present).toTell(nextNews(entry, present), present.schedule(), now);
        var corrected = corrected(entry, caseId);
        var id =
            contacts.add(
                new Contacts.New(
                    caseId,
                    present.cycle(),
                    Way.MAIL,
                    words,
                    now,
                    now,
                    by,
                    told,
                    null,
                    corrected,
                    null,
                    null,
                    null));
        notices.record(
            kind,
            """
            select c.id as subject_id, 0 as occasion, k.customer_id
              from customer_case_contact c join customer_case_clock k on k.case_id = c.case_id
             where c.id = :contact
            """,
            Map.of("contact", id));
        return Optional.of(id);
      }
      case POST -> throw new InvalidInputException("refusal.case.by-post");
      case OTHER_WAY -> throw new InvalidInputException("refusal.case.out-of-reach");
      default -> noted(present, words, by);
    }
    return Optional.empty();
  }

  /** Whether a mail of this kind is news. */
  static boolean isNews(Notice notice) {
    return notice.kind().equals(CaseNewsRenderer.KIND)
        || notice.kind().equals(IntroductionMail.KIND);
  }

  /** Records a call with the customer; it may have been a while ago. */
  public void called(long caseId, NewsEntry entry, String by) {
    var present = present(caseId);
    var now = clock.instant();
    var at =
        Texts.isBlank(entry.calledAt())
            ? now
            : dates.exactly(Texts.strip(entry.calledAt()), present.ownerId());
    NewsRules.checkCall(at, present.schedule(), now);
    contacts.add(
        new Contacts.New(
            caseId,
            present.cycle(),
            Way.CALL,
            words(entry.words(), "refusal.case.call"),
            at,
            now,
            by,
            nextNews(entry, present),
            present.newsDueAt(),
            corrected(entry, caseId),
            null,
            null,
            null));
    times.follow(List.of(caseId), true);
  }

  /**
   * Whether the owner notes how things stand instead of telling the customer, who wants no contact.
   */
  @Transactional(readOnly = true)
  public boolean isNotedInstead(long caseId) {
    return clocks
        .find(caseId)
        .map(this::decision)
        .filter(it -> it == ContactDecision.OWNER_NOTES || it == ContactDecision.NO)
        .isPresent();
  }

  /** Whether a question to the customer can be sent by mail. */
  @Transactional(readOnly = true)
  public boolean canBeAsked(long caseId) {
    return clocks
        .find(caseId)
        .map(this::decision)
        .filter(it -> it == ContactDecision.CONTACT)
        .isPresent();
  }

  /** Whether this mail with news is the last that we had said in its case by then. */
  @Transactional(readOnly = true)
  public boolean wasSaidLast(Notice notice, long caseId, Instant by) {
    return isNews(notice)
        && contacts.lastOfOurs(caseId, by).filter(it -> it == notice.subjectId()).isPresent();
  }

  /** How things stand, for a customer who wants no contact. */
  public void noteInstead(long caseId, String words, String by) {
    noted(present(caseId), words(words, "refusal.case.note"), by);
  }

  private void noted(NewsClock present, String words, String by) {
    var now = clock.instant();
    contacts.add(
        new Contacts.New(
            present.caseId(),
            present.cycle(),
            Way.NOTE,
            words,
            now,
            now,
            by,
            null,
            null,
            null,
            null,
            null,
            null));
    times.follow(List.of(present.caseId()), true);
  }

  /**
   * A message to the owner.
   *
   * @param sender mail address of a person who writes in the customer's place, or null
   * @param mailId number of the incoming mail, or null
   */
  public record Message(
      long caseId,
      int cycle,
      Way way,
      String words,
      Instant at,
      String sender,
      String senderName,
      Long mailId) {}

  /**
   * Whether the customer sends from the page what was the last that was said in this run, and
   * moments ago: a button that was pressed twice. The same words later, or after anything else, are
   * another message.
   */
  @Transactional(readOnly = true)
  public boolean isRepeated(Message message) {
    return contacts
        .last(message.caseId())
        .filter(it -> it.way() == Way.PAGE && it.cycle() == message.cycle())
        .filter(it -> it.words().equals(message.words()))
        .filter(it -> !it.recordedAt().plus(PRESSED_TWICE).isBefore(message.at()))
        .isPresent();
  }

  /**
   * Records what the customer wrote; the case may be over.
   *
   * @return number of the contact
   */
  public long wrote(Message message) {
    var id =
        contacts.add(
            new Contacts.New(
                message.caseId(),
                message.cycle(),
                message.way(),
                message.words(),
                message.at(),
                clock.instant(),
                null,
                null,
                null,
                null,
                message.sender(),
                message.senderName(),
                message.mailId()));
    times.follow(List.of(message.caseId()), true);
    return id;
  }

  /**
   * Another owner of a case.
   *
   * @param id employee id
   * @param site where the owner works, or null
   */
  public record NewOwner(String id, String site) {}

  /**
   * These cases have other owners, each of whom has the shorter of what is left and one working
   * day. Clocks are read with one statement and written in a batch. A case without clocks is left
   * out.
   */
  public void ownersMoved(Map<Long, NewOwner> owners) {
    var now = clock.instant();
    var moved = new ArrayList<NewsClock>();
    for (var present : clocks.lock(owners.keySet())) {
      var to = owners.get(present.caseId());
      var toOwner = present.with(to.id(), to.site(), present.move());
      var move = times.rules(toOwner).moved(present.schedule(), now);
      moved.add(present.with(to.id(), to.site(), move));
    }
    clocks.save(moved);
    times.follow(owners.keySet(), true);
  }

  /** The survivor has taken the other case in: the earlier of their moments holds. */
  public void joined(long survivorId, long joinedId) {
    var both =
        clocks.lock(List.of(survivorId, joinedId)).stream()
            .collect(Collectors.toMap(NewsClock::caseId, Function.identity()));
    var survivor = both.get(survivorId);
    var joined = both.get(joinedId);
    if (survivor == null || joined == null) {
      throw new InvalidInputException("refusal.case.over");
    }
    var move = NewsRules.joined(survivor.schedule(), joined.schedule(), clock.instant());
    clocks.save(List.of(survivor.with(survivor.ownerId(), survivor.site(), move)));
    times.follow(List.of(survivorId), true);
  }

  /**
   * Another cadence holds from now on. The present moment of the next news holds until they come.
   */
  public void retarget(long caseId, NewsTargets targets) {
    var present = present(caseId);
    var move = NewsRules.retargeted(present.schedule(), clock.instant());
    clocks.save(List.of(present.with(present.ownerId(), present.site(), move).with(targets)));
    times.follow(List.of(caseId), false);
  }

  /** These cases are over: the customer waits for no news any more. */
  public void end(Collection<Long> cases) {
    clocks.remove(cases);
  }

  /** What was said in these cases is no longer on record. */
  public void removeWords(Collection<Long> cases) {
    contacts.removeWords(cases);
  }

  private NewsClock present(long caseId) {
    return clocks.lock(List.of(caseId)).stream()
        .findFirst()
        .orElseThrow(() -> new InvalidInputException("refusal.case.over"));
  }

  private ContactDecision decision(NewsClock present) {
    return customers
        .decide(List.of(present.customerId()), NewsTimes.OWN_CASE)
        .get(present.customerId());
  }

  private Instant nextNews(NewsEntry entry, NewsClock present) {
    return Texts.isBlank(entry.nextNews())
        ? null
        : dates.moment(Texts.strip(entry.nextNews()), present.ownerId());
  }

  private Long corrected(NewsEntry entry, long caseId) {
    if (entry.corrects() != null) {
      contacts
          .find(entry.corrects())
          .filter(it -> it.canBeCorrected())
          .filter(it -> contacts.casesOf(List.of(it.id())).contains(caseId))
          .orElseThrow(() -> new InvalidInputException("refusal.case.not-to-correct"));
    }
    return entry.corrects();
  }

  private static String words(String entered, String whenMissing) {
    return Inputs.said(entered, LONGEST, "refusal.case.too-long", whenMissing);
  }
}
