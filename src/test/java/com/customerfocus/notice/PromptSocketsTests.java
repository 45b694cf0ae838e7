package com.customerfocus.notice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class PromptSocketsTests {

  private final JavaMailSenderImpl settings = new JavaMailSenderImpl();

  @Test
  void nothingIsHeldBackUntilTheServerHasConfirmedWhatWasSentBefore() throws Exception {
    try (var socket = new PromptSockets().createSocket()) {
      assertThat(socket.getTcpNoDelay()).isTrue();
    }
  }

  @Test
  void mailsGoThroughThem() {
    theMailServer();

    assertThat(settings.getSession().getProperties().get("mail.smtp.socketFactory"))
        .isInstanceOf(PromptSockets.class);
  }

  @Test
  void unlessWhoeverRunsTheProgramHasOthers() {
    settings.getJavaMailProperties().put("mail.smtp.socketFactory", "theirs");

    theMailServer();

    assertThat(settings.getJavaMailProperties()).containsEntry("mail.smtp.socketFactory", "theirs");
  }

  private void theMailServer() {
    settings.setProtocol("smtp");
    var beans = new StaticListableBeanFactory();
    beans.addBean("settings", settings);
    new MailServer(beans.getBeanProvider(JavaMailSenderImpl.class));
  }
}
