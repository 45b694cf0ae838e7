package com.customerfocus.handoff.entry;

import com.customerfocus.handoff.HandoffRequest;
import com.customerfocus.handoff.HandoffWorkflow;
import com.customerfocus.handoff.RequestService;
import com.customerfocus.idempotency.KeyedCalls;
import com.customerfocus.idempotency.KeyedCalls.Call;
import com.customerfocus.idempotency.KeyedCalls.Entry;
import com.customerfocus.support.InvalidInputException;
import org.springframework.stereotype.Service;

/** Asks for handoffs, each key of a requester once. */
@Service
public class HandoffEntryService {

  private final RequestService requests;
  private final HandoffWorkflow workflow;
  private final KeyedCalls calls;

  HandoffEntryService(RequestService requests, HandoffWorkflow workflow, KeyedCalls calls) {
    this.requests = requests;
    this.workflow = workflow;
    this.calls = calls;
  }

  /**
   * Asks for a handoff. Nothing is kept when it fails.
   *
   * @param requester employee id
   * @param key with which the same call is the same handoff, or null
   * @throws InvalidInputException when something is missing or wrong
   */
  public Entry ask(HandoffRequest request, String requester, String key) {
    return calls.once(
        new Call(requester, key, request), requests, () -> workflow.request(request, requester));
  }
}
