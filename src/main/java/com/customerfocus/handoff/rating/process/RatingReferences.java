package com.customerfocus.handoff.rating.process;

import com.customerfocus.engine.variable.ReferenceKind;
import com.customerfocus.engine.variable.ReferenceSources;
import com.customerfocus.handoff.rating.RatingTexts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the form of a rating shows, read when it is opened. */
@Configuration(proxyBeanMethods = false)
class RatingReferences {

  static final ReferenceKind RATING_TEXT = new ReferenceKind("handoff-rating");

  @Bean
  ReferenceSources ratingSources(RatingTexts texts) {
    return ReferenceSources.of(RATING_TEXT.ofText(texts::ratingHtml));
  }
}
