package com.customerfocus.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives test programs a real mail server, the same for all of this Java process. */
public class TestMailServer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  // Not stopped after a class: the shared programs keep sending their mails here.
  private static final GreenMail POST =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

  @Override
  public void initialize(ConfigurableApplicationContext program) {
    TestPropertyValues.of(
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=" + shared().getSmtp().getPort(),
            "customer-focus.notices.from=Atención al cliente <care@example.com>")
        .applyTo(program);
  }

  /** The running server. */
  public static synchronized GreenMail shared() {
    if (!POST.isRunning()) {
      POST.start();
    }
    return POST;
  }
}
