package com.customerfocus.notice;

import com.customerfocus.notice.smtp.MailServer;
import java.time.Clock;
import org.springframework.beans.factory.BeanFactory;

/** Senders of notices to measure beside the program's own. */
public final class Senders {

  private Senders() {}

  /** One that opens at most this number of connections. */
  public static NoticeSender overConnections(int most, BeanFactory program) {
    var settings = program.getBean(NoticeProperties.class);
    return new NoticeSender(
        program.getBean(NoticeQueue.class),
        program.getBean(NoticeRenderers.class),
        program.getBean(MimeMessages.class),
        program.getBean(MailServer.class),
        new NoticeProperties(
            settings.from(),
            settings.sendInBackground(),
            settings.interval(),
            settings.lease(),
            settings.pause(),
            most),
        program.getBean(Clock.class));
  }

  /** How many connections the program opens at most. */
  public static int connections(BeanFactory program) {
    return program.getBean(NoticeProperties.class).connections();
  }
}
