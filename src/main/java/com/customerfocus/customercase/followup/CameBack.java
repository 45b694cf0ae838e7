package com.customerfocus.customercase.followup;

import com.customerfocus.customercase.CaseChannel;
import com.customerfocus.customercase.CaseRequest;
import com.customerfocus.customercase.CaseWorkflow;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.OpeningService;
import com.customerfocus.organization.OrganizationService;
import org.springframework.stereotype.Component;

/** Opens the case of a problem that came back, linked to the one that was closed. */
@Component
class CameBack {

  private final CaseWorkflow workflow;
  private final OpeningService opening;
  private final OrganizationService organization;

  CameBack(CaseWorkflow workflow, OpeningService opening, OrganizationService organization) {
    this.workflow = workflow;
    this.opening = opening;
    this.organization = organization;
  }

  /**
   * @param words what is wrong, in the customer's own words
   * @param asker who asked the customer, and stays with them when the last owner has left
   * @return number of the new case
   */
  long open(CustomerCase last, String words, String asker) {
    var owner = organization.person(last.ownerId()).isPresent() ? last.ownerId() : asker;
    var id =
        workflow.open(
            new CaseRequest(
                last.customerReference(), last.kind().name(), words, last.priority().name()),
            owner);
    opening.keepOrigin(id, CaseChannel.FOLLOW_UP, last.id());
    return id;
  }
}
