package com.customerfocus.customercase.goodwill;

import com.customerfocus.customercase.CaseView;
import com.customerfocus.text.FormHtml;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the form that approves goodwill shows, as HTML for the manager. */
@Service
@Transactional(readOnly = true)
public class GoodwillTexts {

  private final GoodwillRecords records;
  private final CaseView cases;
  private final FormHtml html;

  GoodwillTexts(GoodwillRecords records, CaseView cases, FormHtml html) {
    this.records = records;
    this.cases = cases;
    this.html = html;
  }

  /** What is offered to whom and why, and what the customer got before. */
  public String goodwillHtml(long id) {
    var goodwill = records.find(id).orElseThrow();
    var about = cases.find(goodwill.caseId()).orElseThrow();
    return html.of(
        "goodwill",
        Locale.ENGLISH,
        Map.of(
            "it",
            goodwill,
            "about",
            about,
            "before",
            records.ofCustomer(goodwill.customerId()).stream()
                .filter(it -> it.id() < id && it.state() == GoodwillState.GRANTED)
                .toList(),
            "zone",
            cases.zone(about)));
  }
}
