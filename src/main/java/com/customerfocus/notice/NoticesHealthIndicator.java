package com.customerfocus.notice;

import com.customerfocus.notice.smtp.MailServer;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * How many notices wait to be sent, and whether the mail server takes them. A node whose mail
 * server is away does everything else, so it is not down.
 *
 * <p>The health of a node can be asked for without a login, so it counts no further than {@value
 * #MOST}.
 */
@Component
class NoticesHealthIndicator extends AbstractHealthIndicator {

  static final int MOST = 10_000;

  private static final Status DEGRADED = new Status("DEGRADED");

  /** As long as the last mail that was refused because of us is this young, there is trouble. */
  private static final Duration REFUSED_LATELY = Duration.ofDays(1);

  private final NoticeSender sender;
  private final MailServer server;
  private final NoticeQueue notices;
  private final Clock clock;

  NoticesHealthIndicator(NoticeSender sender, MailServer server, NoticeQueue notices, Clock clock) {
    this.sender = sender;
    this.server = server;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    mailServer(health);
    refusals(health);
    var waiting = notices.waiting(clock.instant(), MOST);
    health.withDetail("waiting", waiting.count() > MOST ? "more than 10,000" : waiting.count());
    if (waiting.since() != null) {
      health.withDetail("waitingSince", waiting.since());
    }
  }

  private void refusals(Health.Builder health) {
    var refusals = notices.refusals(clock.instant().minus(REFUSED_LATELY), MOST);
    if (refusals.count() > 0) {
      health
          .status(DEGRADED)
          .withDetail("refused", refusals.count() > MOST ? "more than 10,000" : refusals.count())
          .withDetail("refusedStatus", refusals.status())
          .withDetail("refusedLast", refusals.lastAt());
    }
  }

  private void mailServer(Health.Builder health) {
    if (!server.isConfigured()) {
      health.unknown().withDetail("trouble", "No mail server is configured.");
      return;
    }
    var outage = sender.outage();
    health.status(outage.isPresent() ? DEGRADED : Status.UP);
    outage.ifPresent(
        it ->
            health
                .withDetail("trouble", it.why())
                .withDetail("unavailableSince", it.since())
                .withDetail("lastTry", it.lastTry()));
  }
}
