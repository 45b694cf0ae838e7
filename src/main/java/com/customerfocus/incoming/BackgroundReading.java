package com.customerfocus.incoming;

import com.customerfocus.support.WithoutMessages;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the mailbox while the program runs, in a thread of its own, so that a slow mail server
 * holds up nothing else. The end waits for the mail that is being read.
 */
@Component
class BackgroundReading implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundReading.class);
  private static final long LONGEST_WAIT_SECONDS = 60;

  private final MailboxReading reading;
  private final IncomingProperties settings;
  private volatile ScheduledExecutorService thread;

  BackgroundReading(MailboxReading reading, IncomingProperties settings) {
    this.reading = reading;
    this.settings = settings;
  }

  @Override
  public boolean isAutoStartup() {
    return settings.isConfigured() && settings.readInBackground();
  }

  @Override
  public void start() {
    thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "incoming mails"));
    var pause = settings.every().toMillis();
    thread.scheduleWithFixedDelay(this::read, pause, pause, TimeUnit.MILLISECONDS);
  }

  private void read() {
    try {
      reading.read();
    } catch (Throwable e) {
      // Also an Error: after one that leaves here the thread would read no more.
      LOG.error(
          "The mailbox could not be read; trying again in {}",
          settings.every(),
          WithoutMessages.of(e));
    }
  }

  @Override
  public void stop() {
    if (thread == null) {
      return;
    }
    reading.stop();
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Reading the mailbox did not end in time; another node goes on after the lease");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
