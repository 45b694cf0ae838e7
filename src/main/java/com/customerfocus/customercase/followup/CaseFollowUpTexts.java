package com.customerfocus.customercase.followup;

import com.customerfocus.customercase.CaseView;
import com.customerfocus.promise.Party;
import com.customerfocus.promise.Promise;
import com.customerfocus.promise.PromiseFilter;
import com.customerfocus.promise.PromiseReports;
import com.customerfocus.text.FormHtml;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the form in Tasklist shows to an owner who asks a customer again, as HTML. */
@Service
@Transactional(readOnly = true)
public class CaseFollowUpTexts {

  private static final int MOST_PROMISES = 20;

  private final FollowUps followUps;
  private final CaseView cases;
  private final PromiseReports promises;
  private final FormHtml html;

  CaseFollowUpTexts(FollowUps followUps, CaseView cases, PromiseReports promises, FormHtml html) {
    this.followUps = followUps;
    this.cases = cases;
    this.promises = promises;
    this.html = html;
  }

  /** How long ago it was, what was promised to the customer, and the cases with their history. */
  public String followUpHtml(long id) {
    var followUp = followUps.find(id).orElseThrow();
    var numbers = followUps.cases(followUp.planId());
    var last = numbers.stream().findFirst().flatMap(cases::find).orElse(null);
    var model = new HashMap<String, Object>();
    model.put("it", followUp);
    model.put("last", last);
    model.put("zone", last == null ? null : cases.zone(last));
    model.put("promises", promises(followUp.customerId()));
    return html.of("case-follow-up", Locale.ENGLISH, model)
        + numbers.stream()
            .map(cases::caseHtml)
            .filter(Objects::nonNull)
            .collect(Collectors.joining());
  }

  private List<Promise> promises(long customerId) {
    return promises.promises(PromiseFilter.to(Party.customer(customerId)), 0, MOST_PROMISES);
  }
}
