package com.customerfocus.customercase.entry;

import com.customerfocus.access.Actor;
import com.customerfocus.access.Groups;
import com.customerfocus.access.NotAllowedException;
import com.customerfocus.customercase.CaseChannel;
import com.customerfocus.customercase.CaseRequest;
import com.customerfocus.customercase.CaseWorkflow;
import com.customerfocus.customercase.OpeningService;
import com.customerfocus.idempotency.KeyedCalls;
import com.customerfocus.idempotency.KeyedCalls.Call;
import com.customerfocus.idempotency.KeyedCalls.Entry;
import com.customerfocus.support.InvalidInputException;
import org.springframework.stereotype.Service;

/** Opens cases over HTTP, each key of a person once. */
@Service
public class CaseEntryService {

  private final OpeningService opening;
  private final CaseWorkflow workflow;
  private final KeyedCalls calls;

  CaseEntryService(OpeningService opening, CaseWorkflow workflow, KeyedCalls calls) {
    this.opening = opening;
    this.workflow = workflow;
    this.calls = calls;
  }

  /**
   * Opens a case. Nothing is kept when it fails.
   *
   * @param owner the person who opens it and stays with the customer
   * @param key with which the same call is the same case, or null
   * @throws NotAllowedException when the person is not of the front line
   * @throws InvalidInputException when something is missing or wrong
   */
  public Entry open(CaseRequest request, Actor owner, String key) {
    owner.mustActAsMemberOf(Groups.FRONT_LINE, "refusal.case.front-line");
    return calls.once(
        new Call(owner.id(), key, request), opening, () -> start(request, owner.id()));
  }

  private long start(CaseRequest request, String owner) {
    var id = workflow.open(request, owner);
    opening.keepOrigin(id, CaseChannel.API, null);
    return id;
  }
}
