package com.customerfocus.customercase;

import com.customerfocus.customercase.CustomerCases.NewRow;
import com.customerfocus.customercase.mails.CaseMails;
import com.customerfocus.customercase.news.News;
import com.customerfocus.customercase.news.News.Beginning;
import com.customerfocus.idempotency.KeyedRecords;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.support.Inputs;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import com.customerfocus.text.Shortened;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A customer turns to us, and an employee stays with that customer from then on. */
@Service
@Transactional
public class OpeningService implements KeyedRecords {

  /** Characters of the need in names of tasks and subjects of mails. */
  private static final int SHORT = 80;

  private final CustomerCases cases;
  private final CaseJournal journal;
  private final News news;
  private final CaseWorkflow workflow;
  private final OrganizationService organization;
  private final CaseMails mails;
  private final Clock clock;

  OpeningService(
      CustomerCases cases,
      CaseJournal journal,
      News news,
      CaseWorkflow workflow,
      OrganizationService organization,
      CaseMails mails,
      Clock clock) {
    this.cases = cases;
    this.journal = journal;
    this.news = news;
    this.workflow = workflow;
    this.organization = organization;
    this.mails = mails;
    this.clock = clock;
  }

  /**
   * Records a case.
   *
   * @param ownerId employee id of the person who stays with the customer
   * @param receivedAt when the customer turned to us, or null for now
   * @throws InvalidInputException when something is missing or wrong; nothing is recorded then
   */
  public CaseCourse open(CaseRequest entered, String ownerId, Instant receivedAt) {
    var now = clock.instant();
    CaseRequest request = tidy(entered);
    Inputs.check(request);
    organization
        .person(ownerId)
        .orElseThrow(() -> new InvalidInputException("refusal.case.owner-no-employee"));
    var id =
        cases.add(
            new NewRow(
                cases
                    .customer(request.customer())
                    .orElseThrow(
                        () ->
                            new InvalidInputException(
                                "refusal.case.customer-unknown", request.customer())),
                CaseWord.kind(request.kind()),
                CaseWord.priority(request.priority()),
                Shortened.of(request.need().lines().findFirst().orElse(request.need()), SHORT),
                request.need(),
                ownerId,
                receivedAt == null || receivedAt.isAfter(now) ? null : receivedAt,
                now));
    journal.begun(id, ownerId);
    return CaseCourse.of(cases.find(id).orElseThrow());
  }

  /**
   * Sets the clocks of a run of a case by the present table, and tells the customer who stays with
   * them and when they hear from us.
   */
  public CaseCourse setClocks(long id) {
    var begun = cases.lock(id);
    news.begin(
        new Beginning(
            id,
            begun.cycle(),
            begun.customerId(),
            begun.ownerId(),
            begun.ownerSite(),
            workflow.targets(begun.priority(), begun.tier())));
    mails.opened(id);
    return CaseCourse.of(cases.find(id).orElseThrow());
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Keyed> findKeyed(String openedBy, String key) {
    return cases.findKeyed(openedBy, key);
  }

  /**
   * Keeps how the customer came to us, and the case with which the problem began.
   *
   * @param previousId or null
   */
  public void keepOrigin(long id, CaseChannel channel, Long previousId) {
    cases.setOrigin(id, channel, previousId);
  }

  @Override
  public void keepKey(long id, String key, String digest) {
    cases.setKey(id, key, digest);
  }

  private static CaseRequest tidy(CaseRequest it) {
    return new CaseRequest(
        Texts.stripToNull(it.customer()),
        Texts.stripToNull(it.kind()),
        Texts.stripToNull(it.need()),
        Texts.stripToNull(it.priority()));
  }
}
