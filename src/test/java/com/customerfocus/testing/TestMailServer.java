package com.customerfocus.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives the shared test program a real mail server, and programs that send in the background
 * another.
 */
public class TestMailServer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final GreenMail POST = server();

  // Not stopped after a class: programs that send in the background keep sending their mails here,
  // also while tests of other programs count theirs.
  private static final GreenMail BACKGROUND = server();

  private static GreenMail server() {
    return new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
  }

  @Override
  public void initialize(ConfigurableApplicationContext program) {
    TestPropertyValues.of(
            "spring.mail.host=127.0.0.1",
            "customer-focus.incoming.reply-address=reply@focus.example",
            "spring.mail.port=" + of(program).getSmtp().getPort(),
            "customer-focus.notices.from=Atención al cliente <care@example.com>")
        .applyTo(program);
  }

  private static GreenMail of(ConfigurableApplicationContext program) {
    return program
            .getEnvironment()
            .getProperty("customer-focus.notices.send-in-background", Boolean.class, true)
        ? ofBackgroundSending()
        : shared();
  }

  /** The running server of the program that sends only when a test says so. */
  public static GreenMail shared() {
    return running(POST);
  }

  /** The running server of programs that send in the background. */
  public static GreenMail ofBackgroundSending() {
    return running(BACKGROUND);
  }

  private static synchronized GreenMail running(GreenMail server) {
    if (!server.isRunning()) {
      server.start();
    }
    return server;
  }
}
