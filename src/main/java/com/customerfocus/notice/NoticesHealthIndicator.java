package com.customerfocus.notice;

import java.time.Clock;
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
    var waiting = notices.waiting(clock.instant(), MOST);
    health.withDetail("waiting", waiting.count() > MOST ? "more than 10,000" : waiting.count());
    if (waiting.since() != null) {
      health.withDetail("waitingSince", waiting.since());
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
