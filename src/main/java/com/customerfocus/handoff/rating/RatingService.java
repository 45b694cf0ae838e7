package com.customerfocus.handoff.rating;

import com.customerfocus.access.Actor;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.handoff.Handoff;
import com.customerfocus.handoff.HandoffState;
import com.customerfocus.handoff.HandoffStep.Side;
import com.customerfocus.handoff.HandoffView;
import com.customerfocus.handoff.rating.RatingInput.Rated;
import com.customerfocus.handoff.rating.Ratings.NewRating;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.support.InvalidInputException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks both sides, once, how a handoff went: a score from 1 to 5 with a note, and a person to thank
 * by name, which that person and their head read.
 */
@Service
@Transactional
public class RatingService {

  private final HandoffView handoffs;
  private final Ratings ratings;
  private final RatingInput input;
  private final RatingDates dates;
  private final RatingWorkflow workflow;
  private final NoticeService notices;
  private final Clock clock;

  RatingService(
      HandoffView handoffs,
      Ratings ratings,
      RatingInput input,
      RatingDates dates,
      RatingWorkflow workflow,
      NoticeService notices,
      Clock clock) {
    this.handoffs = handoffs;
    this.ratings = ratings;
    this.input = input;
    this.dates = dates;
    this.workflow = workflow;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Asks both sides of a handoff that has just ended: the requester, unless the rating came with
   * the confirmation, and the person of the partner who delivered.
   *
   * @param word the requester's rating, or null; of no account when there was no confirmation
   * @param by who confirmed; null when there was no answer in time
   * @throws InvalidInputException when something in the requester's rating is missing or wrong
   */
  public void ask(long handoffId, RatingWord word, Actor by) {
    var handoff = handoffs.handoff(handoffId);
    var given = given(handoff, word, by);
    var requester = dates.of(handoff.requesterDepartment());
    var partner = dates.of(handoff.partnerDepartment());
    var sides = new ArrayList<NewRating>();
    sides.add(
        new NewRating(
            Side.REQUESTER,
            handoff.requesterDepartment(),
            handoff.partnerDepartment(),
            handoff.requesterId(),
            requester.openWith(partner),
            given));
    if (handoff.ownerId() != null) {
      sides.add(
          new NewRating(
              Side.PARTNER,
              handoff.partnerDepartment(),
              handoff.requesterDepartment(),
              handoff.ownerId(),
              partner.openWith(requester),
              null));
    }
    var ids = ratings.add(handoffId, sides);
    for (var side : sides) {
      var id = ids.get(side.side());
      if (side.given() == null) {
        workflow.ratingAsked(
            new RatingAssignment(
                id, side.personId(), subject(handoff, side.side()), side.dates().endsAt()));
      } else {
        passThanksOn(id, side.given());
      }
    }
  }

  private GivenRating given(Handoff handoff, RatingWord word, Actor by) {
    if (handoff.state() != HandoffState.CONFIRMED || word == null || word.isEmpty()) {
      return null;
    }
    by.mustActFor("refusal.rating.not-yours", handoff.requesterId());
    var rated =
        new Rated(handoff.id(), handoff.partnerDepartment(), handoff.partnerDepartmentName());
    return input.check(word, rated, handoff.requesterId(), by);
  }

  private static String subject(Handoff handoff, Side side) {
    return "%s (%s)"
        .formatted(
            handoff.title(),
            side == Side.REQUESTER
                ? handoff.partnerDepartmentName()
                : handoff.requesterDepartmentName());
  }

  /**
   * Records a side's rating.
   *
   * @throws NotAllowedException when another person was asked
   * @throws InvalidInputException when something is missing or wrong, or the rating was given or
   *     has ended meanwhile
   */
  public void rate(long ratingId, RatingWord word, Actor by) {
    var asked =
        ratings
            .find(ratingId)
            .orElseThrow(() -> new NotAllowedException("refusal.rating.not-yours"));
    by.mustActFor("refusal.rating.not-yours", asked.personId());
    var rated = new Rated(asked.handoffId(), asked.toDepartment(), asked.toDepartmentName());
    var given = input.check(word, rated, asked.personId(), by);
    if (!ratings.answer(ratingId, given, clock.instant())) {
      throw new InvalidInputException("refusal.rating.over");
    }
    passThanksOn(ratingId, given);
  }

  private void passThanksOn(long ratingId, GivenRating given) {
    if (given.thankedId() != null) {
      notices.record(ThanksRenderer.KIND, ThanksRenderer.RECIPIENTS, Map.of("rating", ratingId));
    }
  }
}
