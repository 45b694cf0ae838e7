package com.customerfocus.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.incoming.IncomingProperties.Tls;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The thread that reads the mailbox. */
class BackgroundReadingTests {

  private static final IncomingProperties EVERY_MILLISECOND =
      new IncomingProperties(
          "127.0.0.1",
          1,
          "reply",
          "secret",
          Tls.NONE,
          "INBOX",
          "Handled",
          true,
          Duration.ofMillis(1),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofSeconds(5),
          Duration.ofDays(365),
          Duration.ofDays(730));

  @Test
  void readingGoesOnAfterAnError() throws InterruptedException {
    var reads = new CountDownLatch(3);
    var reading =
        new MailboxReading(EVERY_MILLISECOND, null, null, null, null) {
          @Override
          int read() {
            reads.countDown();
            throw new OutOfMemoryError("The mail");
          }
        };
    var background = new BackgroundReading(reading, EVERY_MILLISECOND);
    background.start();
    try {
      assertThat(reads.await(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      background.stop();
    }
  }
}
