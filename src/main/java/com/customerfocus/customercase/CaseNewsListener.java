package com.customerfocus.customercase;

import com.customerfocus.customercase.mails.CaseMails;
import com.customerfocus.customercase.news.Contact;
import com.customerfocus.customercase.news.LateNews;
import com.customerfocus.customercase.news.NewsListener;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets owners' tasks follow the clock of news, and tells an owner that a customer is out of reach.
 */
@Component
class CaseNewsListener implements NewsListener {

  private final CaseWorkflow workflow;
  private final CaseMails mails;
  private final ApplicationEventPublisher events;

  CaseNewsListener(CaseWorkflow workflow, CaseMails mails, ApplicationEventPublisher events) {
    this.workflow = workflow;
    this.mails = mails;
    this.events = events;
  }

  @Override
  public void moved(Map<Long, Instant> dueByCase) {
    if (!dueByCase.isEmpty()) {
      workflow.newsDue(dueByCase);
    }
  }

  /** Escalations listen to these. */
  @Override
  public void late(Collection<LateNews> late) {
    late.forEach(events::publishEvent);
  }

  @Override
  public void bounced(Contact mail) {
    mails.bounced(mail.id());
  }
}
