package com.customerfocus.customercase.news;

import com.customerfocus.notice.Bounce;
import com.customerfocus.notice.DeliveryListener;
import com.customerfocus.notice.Notice;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * News counts from the moment at which the mail server accepted the mail, and not at all once the
 * mail came back. Mails of other kinds are no news.
 */
@Component
class NewsDeliveries implements DeliveryListener {

  private final Contacts contacts;
  private final NewsTimes times;
  private final ObjectProvider<NewsListener> listeners;
  private final Clock clock;

  NewsDeliveries(
      Contacts contacts, NewsTimes times, ObjectProvider<NewsListener> listeners, Clock clock) {
    this.contacts = contacts;
    this.times = times;
    this.listeners = listeners;
    this.clock = clock;
  }

  @Override
  public void delivered(Collection<Notice> notices) {
    var news = notices.stream().filter(News::isNews).map(Notice::subjectId).toList();
    if (!news.isEmpty()) {
      contacts.accepted(news, clock.instant());
      follow(news);
    }
  }

  private void follow(List<Long> mails) {
    var areOpen = times.follow(contacts.casesOf(mails), true);
    if (!areOpen) {
      // One may have been taken in while its clock was waited for.
      times.follow(contacts.casesOf(mails), true);
    }
  }

  @Override
  public void bounced(Notice notice, Bounce bounce) {
    if (News.isNews(notice)) {
      contacts.bounced(notice.subjectId(), clock.instant());
      follow(List.of(notice.subjectId()));
      contacts
          .find(notice.subjectId())
          .ifPresent(mail -> listeners.orderedStream().forEach(it -> it.bounced(mail)));
    }
  }
}
