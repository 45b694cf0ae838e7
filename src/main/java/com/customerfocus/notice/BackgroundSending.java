package com.customerfocus.notice;

import com.customerfocus.notice.smtp.MailServer;
import com.customerfocus.support.WithoutMessages;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is due while the program runs. It has a thread of its own, so that a slow mail server
 * holds up nothing else. As a part with the last phase it starts after everything it needs and ends
 * before it; the end waits for the mail being sent and for the results of its batch.
 */
@Component
class BackgroundSending implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundSending.class);
  // A server that answers nothing costs three timeouts of ten seconds at most, twice.
  private static final long LONGEST_WAIT_SECONDS = 60;

  private final NoticeSender sender;
  private final MailServer server;
  private final NoticeProperties settings;
  private volatile ScheduledExecutorService thread;

  BackgroundSending(NoticeSender sender, MailServer server, NoticeProperties settings) {
    this.sender = sender;
    this.server = server;
    this.settings = settings;
  }

  @Override
  public boolean isAutoStartup() {
    return settings.sendInBackground();
  }

  @Override
  public void start() {
    if (!server.isConfigured()) {
      LOG.warn(
          "No mail server is configured: notices are recorded and stay \"not sent\". Set"
              + " spring.mail.host (and port, username, password as it needs them) to send them.");
      return;
    }
    thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "notices"));
    var pause = settings.interval().toMillis();
    thread.scheduleWithFixedDelay(this::sendDue, pause, pause, TimeUnit.MILLISECONDS);
  }

  private void sendDue() {
    try {
      sender.sendDue();
    } catch (Throwable e) {
      // Also an Error: after one that leaves here the thread would send no more.
      LOG.error(
          "Notices could not be sent; trying again in {}",
          settings.interval(),
          WithoutMessages.of(e));
    }
  }

  @Override
  public void stop() {
    if (thread == null) {
      return;
    }
    sender.stop();
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("A batch of notices did not end in time; another node sends it after its lease");
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
