package com.customerfocus.customercase.escalation;

import com.customerfocus.customer.CustomerDataHolder;
import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.remark.CasePart;
import com.customerfocus.support.Sentence;
import com.customerfocus.text.FormHtml;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads escalations as forms need them; the customer's part of the export and of the removal. */
@Component
public class CaseEscalationView implements CustomerDataHolder, CasePart {

  private final CaseEscalations escalations;
  private final CaseView cases;
  private final FormHtml html;

  CaseEscalationView(CaseEscalations escalations, CaseView cases, FormHtml html) {
    this.escalations = escalations;
    this.cases = cases;
    this.html = html;
  }

  /** What the manager sees, as HTML: why it is escalated, and the case. */
  public String escalationHtml(long id) {
    var escalation = escalations.find(id).orElseThrow();
    var about = cases.find(escalation.caseId()).orElseThrow();
    return html.of(
            "case-escalation", Locale.ENGLISH, Map.of("it", escalation, "zone", cases.zone(about)))
        + cases.caseHtml(escalation.caseId());
  }

  /** What became of an escalation, for a person whose page is out of date. */
  public Sentence whatHappened(long id) {
    var escalation = escalations.find(id).orElseThrow();
    return escalation.decision() == null
        ? new Sentence("escalation.now.open")
        : new Sentence("escalation.now." + escalation.decision());
  }

  @Override
  public List<CaseEscalation> ofCase(long caseId) {
    return escalations.ofCase(caseId);
  }

  /** Numbers of the escalations of a customer's cases. */
  public List<Long> ofCustomer(long customerId) {
    return escalations.ofCustomer(customerId).stream().map(CaseEscalation::id).toList();
  }

  @Override
  public String part() {
    return "case-escalations";
  }

  @Override
  public List<CaseEscalation> export(Subject customer) {
    return escalations.ofCustomer(customer.id());
  }

  @Override
  public void remove(Subject customer) {
    var ids = ofCustomer(customer.id());
    if (!ids.isEmpty()) {
      escalations.removeWords(ids);
    }
  }
}
