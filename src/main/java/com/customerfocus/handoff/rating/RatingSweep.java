package com.customerfocus.handoff.rating;

import com.customerfocus.sweep.Sweep;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks for ratings to remind of, to tell the other side, and no longer to wait for. No timer for
 * each: nearly all are given before.
 */
@Configuration(proxyBeanMethods = false)
class RatingSweep {

  @Bean
  Sweep dueRatings(RatingFollowUp ratings) {
    return new Sweep("ratings", Duration.ofMinutes(1), ratings::doSome);
  }
}
