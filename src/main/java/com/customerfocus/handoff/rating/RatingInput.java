package com.customerfocus.handoff.rating;

import com.customerfocus.access.Actor;
import com.customerfocus.organization.PeopleFinder;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks what a person says about a handoff. */
@Component
class RatingInput {

  private final PeopleFinder people;

  RatingInput(PeopleFinder people) {
    this.people = people;
  }

  /**
   * The rating.
   *
   * @param asked employee id of the person who was asked, in whose place another one may answer
   * @throws InvalidInputException when something is missing or wrong
   */
  GivenRating check(RatingWord word, String asked, Actor by) {
    return new GivenRating(
        by.id(), word.points(), word.remark(), thanked(word, asked, by), word.thanksInWords());
  }

  private String thanked(RatingWord word, String asked, Actor by) {
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
    return found.id();
  }
}
