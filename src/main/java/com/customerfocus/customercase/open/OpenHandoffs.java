package com.customerfocus.customercase.open;

import com.customerfocus.customercase.CaseWorkflow;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.OpenMatters;
import com.customerfocus.handoff.HandoffView;
import com.customerfocus.support.Sentence;
import java.util.List;
import org.springframework.stereotype.Component;

/** The handoffs of a case that partner departments work on. */
@Component
class OpenHandoffs implements OpenMatters {

  private final CaseWorkflow workflow;
  private final HandoffView handoffs;

  OpenHandoffs(CaseWorkflow workflow, HandoffView handoffs) {
    this.workflow = workflow;
    this.handoffs = handoffs;
  }

  @Override
  public List<Sentence> of(CustomerCase about) {
    return workflow.openHandoffs(about.id()).stream()
        .flatMap(id -> handoffs.find(id).stream())
        .map(
            it ->
                new Sentence(
                    "case.open.handoff",
                    String.valueOf(it.id()),
                    it.partnerDepartmentName(),
                    it.subject()))
        .toList();
  }
}
