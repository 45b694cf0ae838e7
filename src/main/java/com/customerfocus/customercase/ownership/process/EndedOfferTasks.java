package com.customerfocus.customercase.ownership.process;

import com.customerfocus.access.Actor;
import com.customerfocus.customercase.ownership.OfferView;
import com.customerfocus.engine.task.EndedTasks;
import com.customerfocus.support.Sentence;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a colleague what became of an offer whose task has ended. */
@Component
class EndedOfferTasks implements EndedTasks {

  private final OfferView offers;

  EndedOfferTasks(OfferView offers) {
    this.offers = offers;
  }

  @Override
  public String process() {
    return HandOverOwnershipProcess.KEY;
  }

  @Override
  public Optional<Sentence> whyEnded(long id, String taskDefinitionKey, Actor reader) {
    return Optional.of(offers.whatHappened(id));
  }
}
