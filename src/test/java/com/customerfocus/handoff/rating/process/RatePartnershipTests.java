package com.customerfocus.handoff.rating.process;

import static com.customerfocus.handoff.rating.process.RatePartnershipProcess.PARTNERSHIP_RATED;
import static com.customerfocus.handoff.rating.process.RatePartnershipProcess.RATE_PARTNERSHIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.handoff.HandoffStep.Side;
import com.customerfocus.handoff.rating.Rating;
import com.customerfocus.handoff.rating.RatingFollowUp;
import com.customerfocus.handoff.rating.RatingNews;
import com.customerfocus.handoff.rating.RatingService;
import com.customerfocus.handoff.rating.RatingView;
import com.customerfocus.handoff.rating.RatingWord;
import com.customerfocus.notice.NoticeSender;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CountedDatabase;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.HandoffSteps;
import com.customerfocus.testing.TakesAllOf;
import com.customerfocus.testing.TestMailServer;
import jakarta.mail.internet.MimeMultipart;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Luis of Logistics has delivered a van to Óscar of the order desk on Monday, 2 March 2026. */
@CustomerFocusTest
@TakesAllOf(RatePartnershipProcess.KEY)
class RatePartnershipTests {

  private static final String STATE =
      "select count(*) from handoff_rating where side = ? and score is null and %s";

  private final ProcessEngine engine;
  private final HandoffSteps handoffs;
  private final CascadeSteps forms;
  private final RatingService ratings;
  private final RatingView view;
  private final RatingFollowUp followUp;
  private final RatingNews news;
  private final NoticeSender sender;
  private final CountedDatabase database;
  private final JdbcTemplate jdbc;

  private ProcessInstance handoff;

  @Autowired
  RatePartnershipTests(
      ProcessEngine engine,
      HandoffSteps handoffs,
      CascadeSteps forms,
      RatingService ratings,
      RatingView view,
      RatingFollowUp followUp,
      RatingNews news,
      NoticeSender sender,
      CountedDatabase database,
      JdbcTemplate jdbc) {
    this.engine = engine;
    this.handoffs = handoffs;
    this.forms = forms;
    this.ratings = ratings;
    this.view = view;
    this.followUp = followUp;
    this.news = news;
    this.sender = sender;
    this.database = database;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void luisHasDelivered(@Autowired OrganizationImporter importer) {
    init(engine);
    HandoffSteps.departments(importer);
    handoff = handoffs.delivered();
  }

  @Test
  void eachSideGetsATaskThatNamesTheOtherOne() {
    handoffs.confirm(handoff);

    assertThat(handoff).isEnded();
    assertThat(taskOf("oscar").getName())
        .isEqualTo("Rate the partnership: A van for the pump of the mill (Logistics)");
    assertThat(taskOf("luis").getName())
        .isEqualTo("Rate the partnership: A van for the pump of the mill (Order Desk)");
    assertThat(taskOf("luis").getDueDate().toInstant()).isEqualTo("2026-03-16T09:00:00Z");
    assertThat(forms.shown("luis", taskOf("luis"), "ratingText", String.class))
        .contains("working with Order Desk", "The pump stands in the mill since nine.");
  }

  @Test
  void ratingsAreHiddenFromTheOtherSideUntilBothAreIn() {
    handoffs.confirm(handoff);
    var ofLuis = instanceOf("luis");

    rate("oscar", "score", 4, "note", "The driver was early.");
    assertThat(readableBy(Side.PARTNER)).isEmpty();
    assertThat(readableBy(null)).isEmpty();
    assertThat(readableBy(Side.REQUESTER)).extracting(Rating::score).containsExactly(4);
    rate("luis", "score", "5");

    assertThat(ofLuis).isEnded().hasPassed(PARTNERSHIP_RATED);
    assertThat(readableBy(Side.PARTNER))
        .isEqualTo(readableBy(Side.REQUESTER))
        .extracting(
            Rating::fromDepartment,
            Rating::toDepartment,
            Rating::ratedByName,
            Rating::score,
            Rating::note)
        .containsExactly(
            tuple("order-desk", "logistics", "Óscar", 4, "The driver was early."),
            tuple("logistics", "order-desk", "Luis", 5, null));
  }

  @Test
  void aRatingIsOpenAfterFiveWorkingDaysWithoutTheOtherOne() {
    handoffs.confirm(handoff);
    rate("luis", "score", "2");

    handoffs.at("2026-03-09T08:59:59Z");
    assertThat(readableBy(Side.REQUESTER)).isEmpty();
    handoffs.at("2026-03-09T09:00:00Z");
    assertThat(readableBy(Side.REQUESTER)).hasSize(1);
  }

  @Test
  void aRequesterWhoRatesWithTheConfirmationIsNotAskedAgain() {
    confirmAnd("score", "5", "note", "Well done.", "thanked", "Lars", "thanks", "He carried it.");

    assertThat(handoff).isEnded();
    assertThat(tasks()).extracting(Task::getAssignee).containsExactly("luis");
    assertThat(readableBy(Side.REQUESTER))
        .extracting(Rating::score, Rating::note, Rating::thankedName, Rating::ratedBy)
        .containsExactly(tuple(5, "Well done.", "Lars", "oscar"));
    assertThat(told("handoff-thanks")).containsExactly("lars", "lena");
  }

  @Test
  void emptyFieldsInTheConfirmationAreNoRating() {
    confirmAnd("score", null, "note", " ");

    assertThat(tasks()).hasSize(2);
  }

  @Test
  void aWrongRatingHoldsTheConfirmationBack() {
    assertRefused(() -> confirmAnd("score", "6"), "from 1 to 5");
    assertRefused(() -> confirmAnd("note", "Well done."), "from 1 to 5");

    assertThat(handoff).isNotEnded();
    assertThat(tasks()).isEmpty();
  }

  @Test
  void whatIsDeemedConfirmedIsRatedToo() {
    handoffs.at("2026-03-09T09:00:01Z");
    engine
        .getRuntimeService()
        .setVariable(handoff.getId(), "rating", CascadeSteps.json(Map.of("score", "1")));
    forms.fireTimer("confirmationOverdue");

    assertThat(tasks()).extracting(Task::getAssignee).containsExactlyInAnyOrder("oscar", "luis");
  }

  @Test
  void theMemberWhoDeliversForTheGroupIsAsked() {
    handoffs.reopen(handoff);
    handoffs.say(handoff, "luis", "deliver", "GIVE_BACK", "note", "I am away tomorrow.");
    handoffs.say(handoff, "lars", "deliver", "DELIVER", "note", "The hose is there, too.");
    handoffs.confirm(handoff);

    assertThat(tasks()).extracting(Task::getAssignee).containsExactlyInAnyOrder("oscar", "lars");
  }

  @Test
  void thanksReachThePersonAndTheirHeadWithoutTheScore() throws Exception {
    TestMailServer.shared().purgeEmailFromAllMailboxes();
    handoffs.confirm(handoff);
    rate("oscar", "score", "2", "thanked", "Luis", "thanks", "You called before it got late.");

    sendMails();

    assertThat(mailTo("luis", "te da las gracias"))
        .contains("Order Desk", "You called before it got late.")
        .doesNotContain("punt");
    assertThat(mailTo("lena", "thanks Luis"))
        .contains("their part in this handoff", "You called before it got late.");
  }

  @ParameterizedTest
  @CsvSource({
    // who thanks whom: who is told
    "oscar, lars, lars lena",
    "oscar, lena, lena boss",
    "oscar, boss, boss",
    "oscar, olga, olga boss",
    "luis,  lena, lena boss",
    "luis,  walt, walt wanda",
  })
  void theHeadIsTheManagerOfWhomNoOtherHeadLeads(String by, String thanked, String told) {
    handoffs.confirm(handoff);
    tookStep(thanked);

    rate(by, "score", "5", "thanked", thanked, "thanks", "It went well.");

    assertThat(told("handoff-thanks")).containsExactly(told.split(" "));
  }

  @ParameterizedTest
  @CsvSource({"oscar, olga, Logistics", "oscar, walt, Logistics", "luis, lena, Order Desk"})
  void whoHadNoPartIsNotThanked(String by, String thanked, String suggested) {
    handoffs.confirm(handoff);

    assertRefused(
        () -> rate(by, "score", "5", "thanked", thanked, "thanks", "It went well."),
        "had no part in the handoff: name a member of " + suggested);

    assertThat(told("handoff-thanks")).isEmpty();
  }

  private void tookStep(String person) {
    jdbc.update(
        """
        insert into handoff_event (handoff_id, step, recorded_at, recorded_by, state_after,
                                   department)
        values (?, 'GIVE_BACK', current_timestamp, ?, 'ACCEPTED', 'logistics')
        """,
        HandoffSteps.id(handoff),
        person);
  }

  @Test
  void neitherThePersonWhoRatesNorAnUnknownOneIsThanked() {
    handoffs.confirm(handoff);

    for (var self : List.of("Luis", "luis", "luis@old.example")) {
      assertRefused(
          () -> rate("luis", "score", "5", "thanked", self, "thanks", "Great!"), "yourself");
    }
    assertRefused(
        () -> rate("luis", "score", "5", "thanked", "Zoe", "thanks", "Great!"), "no employee");
    assertRefused(() -> rate("luis", "score", "5", "thanks", "Great!"), "Name the person");

    assertThat(taskOf("luis")).isNotNull();
    assertThat(told("handoff-thanks")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0", "6", "4.5", "five", "''"})
  void aWrongScoreIsRefusedAndNothingIsRecorded(String score) {
    handoffs.confirm(handoff);

    assertRefused(() -> rate("luis", "score", score), "from 1 to 5");

    assertThat(taskOf("luis")).isNotNull();
    assertThat(readableBy(Side.PARTNER)).isEmpty();
  }

  @Test
  void onlyThePersonWhoWasAskedAnswersAndOnce() {
    handoffs.confirm(handoff);
    var id = ratingOf("luis");
    var word = new RatingWord("5", null, null, null);

    assertThatExceptionOfType(NotAllowedException.class)
        .isThrownBy(() -> ratings.rate(id, word, Actor.of("lars", "department-logistics")));
    assertThatExceptionOfType(NotAllowedException.class)
        .isThrownBy(() -> ratings.rate(id + 100, word, Actor.of("luis")));
    rate("luis", "score", "5");
    assertRefused(
        () -> ratings.rate(id, new RatingWord("1", null, null, null), Actor.of("luis")),
        "already been given");

    assertThat(readableBy(Side.PARTNER)).extracting(Rating::score).containsExactly(5);
    assertThat(news.latest(id, Actor.of("luis")).orElseThrow().inEnglish())
        .isEqualTo("You gave this rating on Monday, 2 March 2026, 09:00 UTC.");
    assertThat(news.latest(id, Actor.of("admin")).orElseThrow().inEnglish())
        .startsWith("Luis gave this rating on");
  }

  @Test
  void eachPersonIsRemindedOnceUnlessTheyHaveRated() throws Exception {
    TestMailServer.shared().purgeEmailFromAllMailboxes();
    handoffs.confirm(handoff);
    rate("oscar", "score", "4");

    handoffs.at("2026-03-05T08:59:59Z");
    sweep();
    assertThat(told("rating-reminder")).isEmpty();
    handoffs.at("2026-03-05T09:00:00Z");
    sweep();
    handoffs.at("2026-03-10T09:00:00Z");
    sweep();

    assertThat(told("rating-reminder")).containsExactly("luis");
    sendMails();
    assertThat(mailTo("luis", "trabajar con Order Desk")).contains("16 de marzo");
  }

  @Test
  void eachSideReadsTheOthersRatingInOneMailOnceBothAreIn() throws Exception {
    TestMailServer.shared().purgeEmailFromAllMailboxes();
    confirmAnd("score", "4", "note", "The driver was early.");
    sweep();
    assertThat(told("rating-told")).as("not before both are in").isEmpty();

    rate("luis", "score", "5", "note", "Clearly said.");
    sweep();
    handoffs.at("2026-03-09T09:00:00Z");
    sweep();

    assertThat(told("rating-told")).containsExactlyInAnyOrder("luis", "oscar");
    sendMails();
    assertThat(mailTo("luis", "Order Desk te da un 4")).contains("The driver was early.");
    assertThat(mailTo("oscar", "Logistics te da un 5")).contains("Clearly said.");
  }

  @Test
  void aRatingThatIsOpenIsToldOnceAndStandsInTheFormOfTheOtherSide() {
    handoffs.confirm(handoff);
    rate("oscar", "score", "4", "note", "The driver was early.");
    handoffs.at("2026-03-09T08:59:59Z");
    sweep();
    assertThat(told("rating-told")).isEmpty();
    assertThat(shownToLuis()).doesNotContain("of 5");

    handoffs.at("2026-03-09T09:00:00Z");
    sweep();

    assertThat(told("rating-told")).containsExactly("luis");
    assertThat(shownToLuis())
        .contains("Order Desk rated this with 4 of 5", "The driver was early.");
    rate("luis", "score", "3");
    sweep();
    sweep();
    assertThat(told("rating-told")).containsExactly("luis", "oscar");
  }

  private String shownToLuis() {
    return forms.shown("luis", taskOf("luis"), "ratingText", String.class);
  }

  @Test
  void aReminderIsNotSentToAPersonWhoHasRatedMeanwhile() throws Exception {
    TestMailServer.shared().purgeEmailFromAllMailboxes();
    handoffs.confirm(handoff);
    handoffs.at("2026-03-05T09:00:00Z");
    sweep();
    rate("luis", "score", "4");

    sendMails();

    assertThat(mailTo("oscar", "trabajar con Logistics")).contains("basta con una puntuación");
    assertThat(mailTo("luis", "trabajar con")).isEmpty();
  }

  @Test
  void afterTenWorkingDaysATaskEndsUnansweredOnRecord() {
    handoffs.confirm(handoff);
    var ofLuis = instanceOf("luis");
    var id = ratingOf("luis");
    rate("oscar", "score", "4");

    handoffs.at("2026-03-16T08:59:59Z");
    sweep();
    assertThat(ofLuis).isActive();
    handoffs.at("2026-03-16T09:00:00Z");
    sweep();

    assertThat(ofLuis).isEnded();
    assertThat(forms.count(STATE.formatted("unanswered_at is not null"), "PARTNER")).isOne();
    assertThat(readableBy(Side.PARTNER)).extracting(Rating::side).containsExactly(Side.REQUESTER);
    assertRefused(
        () -> ratings.rate(id, new RatingWord("1", null, null, null), Actor.of("luis")),
        "time for it has passed");
    assertThat(news.latest(id, Actor.of("luis")).orElseThrow().inEnglish())
        .startsWith("This rating was closed without an answer on Monday, 16 March 2026");
    sweep();
  }

  @Test
  void theStatementsOfARatingAreFew() {
    confirmAnd("score", "5");
    var task = taskOf("luis");

    database.startCounting();
    forms.complete("luis", task, "rating", fields("score", "5"));

    // Two of them are ours.
    assertThat(database.count()).isLessThanOrEqualTo(26);
  }

  private void sendMails() {
    while (sender.sendDue() > 0) {
      // The next batch.
    }
  }

  private void sweep() {
    assertThat(followUp.doSome()).isFalse();
  }

  private List<Rating> readableBy(Side reader) {
    return view.readable(HandoffSteps.id(handoff), reader);
  }

  private void confirmAnd(Object... rating) {
    var task = handoffs.task(handoff, "confirmResult");
    forms.as(
        "oscar",
        () -> {
          engine
              .getTaskService()
              .complete(
                  task.getId(),
                  Map.of(
                      "word", CascadeSteps.json(Map.of("decision", "CONFIRM")),
                      "rating", CascadeSteps.json(fields(rating))));
          return null;
        });
  }

  private void rate(String person, Object... rating) {
    forms.complete(person, taskOf(person), "rating", fields(rating));
  }

  private static Map<String, Object> fields(Object... rating) {
    var fields = new HashMap<String, Object>();
    for (var i = 0; i < rating.length; i += 2) {
      fields.put((String) rating[i], rating[i + 1]);
    }
    return fields;
  }

  private List<Task> tasks() {
    return engine.getTaskService().createTaskQuery().taskDefinitionKey(RATE_PARTNERSHIP).list();
  }

  private Task taskOf(String person) {
    return tasks().stream().filter(it -> person.equals(it.getAssignee())).findFirst().orElse(null);
  }

  private ProcessInstance instanceOf(String person) {
    return engine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processInstanceId(taskOf(person).getProcessInstanceId())
        .singleResult();
  }

  private long ratingOf(String person) {
    return Long.parseLong(instanceOf(person).getBusinessKey());
  }

  private List<String> told(String kind) {
    return jdbc.queryForList(
        "select recipient_id from notice where kind = ? order by occasion, id", String.class, kind);
  }

  /** The text of the mails to this person with these words in the subject. */
  private static String mailTo(String person, String subject) throws Exception {
    var text = new StringBuilder();
    for (var mail : TestMailServer.shared().getReceivedMessages()) {
      if (mail.getAllRecipients()[0].toString().contains(person + "@old.example")
          && mail.getSubject().contains(subject)) {
        text.append(((MimeMultipart) mail.getContent()).getBodyPart(0).getContent());
      }
    }
    return text.toString();
  }

  private static void assertRefused(ThrowingCallable action, String why) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(action)
        .withMessageContaining(why);
  }
}
