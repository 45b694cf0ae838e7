package com.customerfocus.handoff.rating;

import com.customerfocus.access.Actor;
import com.customerfocus.handoff.HandoffView;
import com.customerfocus.organization.PeopleFinder;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks what a person says about a handoff. */
@Component
class RatingInput {

  private final PeopleFinder people;
  private final HandoffView handoffs;

  RatingInput(PeopleFinder people, HandoffView handoffs) {
    this.people = people;
    this.handoffs = handoffs;
  }

  /**
   * What is rated.
   *
   * @param department id of the other side
   */
  record Rated(long handoffId, String department, String departmentName) {}

  /**
   * The rating.
   *
   * @param rated the handoff, in which a person who is thanked took part
   * @param asked employee id of the person who was asked, in whose place another one may answer
   * @throws InvalidInputException when something is missing or wrong
   */
  GivenRating check(RatingWord word, Rated rated, String asked, Actor by) {
    return new GivenRating(
        by.id(),
        word.points(),
        word.remark(),
        thanked(word, rated, asked, by),
        word.thanksInWords());
  }

  private String thanked(RatingWord word, Rated rated, String asked, Actor by) {
    if (word.thanksInWords() == null || Texts.isBlank(word.thanked())) {
      return null;
    }
    var found = people.findEmployee(word.thanked());
    if (found.problem() != null) {
      throw new InvalidInputException(List.of(found.problem()));
    }
    if (found.id().equals(by.id()) || found.id().equals(asked)) {
      throw new InvalidInputException("refusal.rating.own-thanks");
    }
    if (!handoffs.tookPart(rated.handoffId(), rated.department(), found.id())) {
      throw new InvalidInputException("refusal.rating.no-part", rated.departmentName());
    }
    return found.id();
  }
}
