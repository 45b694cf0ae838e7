package com.customerfocus.notice.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class TcpNoDelaySocketFactoryTests {

  private final JavaMailSenderImpl settings = new JavaMailSenderImpl();

  @Test
  void nothingIsHeldBackUntilTheServerHasConfirmedWhatWasSentBefore() throws Exception {
    try (var socket = new TcpNoDelaySocketFactory().createSocket()) {
      assertThat(socket.getTcpNoDelay()).isTrue();
    }
  }

  @Test
  void mailsGoThroughThem() {
    theMailServer();

    assertThat(settings.getSession().getProperties().get("mail.smtp.socketFactory"))
        .isInstanceOf(TcpNoDelaySocketFactory.class);
  }

  @Test
  void aServerThatDoesNotAnswerIsTriedOnce() {
    theMailServer();

    assertThat(settings.getJavaMailProperties())
        .containsEntry("mail.smtp.socketFactory.fallback", "false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"socketFactory", "socketFactory.class", "socks.host", "proxy.host"})
  void anAdministratorsOwnSocketSettingsAreKept(String way) {
    settings.getJavaMailProperties().put("mail.smtp." + way, "theirs");

    theMailServer();

    assertThat(settings.getJavaMailProperties())
        .containsExactly(entry("mail.smtp." + way, "theirs"));
  }

  private void theMailServer() {
    settings.setProtocol("smtp");
    var beans = new StaticListableBeanFactory();
    beans.addBean("settings", settings);
    new MailServer(beans.getBeanProvider(JavaMailSenderImpl.class));
  }
}
