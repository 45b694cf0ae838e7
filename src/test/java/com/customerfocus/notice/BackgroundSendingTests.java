package com.customerfocus.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.customerfocus.notice.smtp.MailServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BackgroundSendingTests {

  private final NoticeSender sender = mock();
  private final MailServer server = mock();

  @Test
  void withoutAMailServerItSaysOnceWhatToSet(CapturedOutput output) {
    var background = background(true);

    background.start();

    assertThat(output).containsOnlyOnce("No mail server").contains("spring.mail.host");
    assertThat(background.isRunning()).isFalse();
    background.stop();
  }

  @Test
  void canBeSwitchedOff() {
    assertThat(background(false).isAutoStartup()).isFalse();
  }

  static List<Throwable> failures() {
    return List.of(new IllegalStateException("database away"), new OutOfMemoryError("the mail"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void goesOnAfterAFailure(Throwable failure) throws Exception {
    when(server.isConfigured()).thenReturn(true);
    var rounds = new CountDownLatch(2);
    when(sender.sendDue())
        .thenAnswer(
            call -> {
              rounds.countDown();
              throw failure;
            });
    var background = background(true);

    background.start();

    assertThat(rounds.await(10, TimeUnit.SECONDS)).isTrue();
    background.stop();
    assertThat(background.isRunning()).isFalse();
  }

  @Test
  void theEndWaitsForTheBatchInWork() throws Exception {
    when(server.isConfigured()).thenReturn(true);
    var started = new CountDownLatch(1);
    var toldToStop = new CountDownLatch(1);
    var ended = new AtomicBoolean();
    when(sender.sendDue())
        .thenAnswer(
            call -> {
              started.countDown();
              toldToStop.await();
              ended.set(true);
              return 1;
            });
    org.mockito.Mockito.doAnswer(
            call -> {
              toldToStop.countDown();
              return null;
            })
        .when(sender)
        .stop();
    var background = background(true);
    background.start();
    started.await();

    background.stop();

    assertThat(ended).isTrue();
    verify(sender).stop();
  }

  private BackgroundSending background(boolean isOn) {
    return new BackgroundSending(
        sender,
        server,
        new NoticeProperties(
            "a@example.com",
            isOn,
            Duration.ofMillis(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            1));
  }
}
