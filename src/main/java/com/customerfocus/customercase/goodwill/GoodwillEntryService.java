package com.customerfocus.customercase.goodwill;

import com.customerfocus.access.Actor;
import com.customerfocus.customercase.CustomerCaseService;
import com.customerfocus.idempotency.KeyedCalls;
import com.customerfocus.idempotency.KeyedCalls.Call;
import com.customerfocus.idempotency.KeyedCalls.Outcome;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Goodwill over HTTP, each key of a person once. */
@Service
public class GoodwillEntryService {

  private final GoodwillRecords records;
  private final GoodwillWorkflow workflow;
  private final CustomerCaseService cases;
  private final KeyedCalls calls;

  GoodwillEntryService(
      GoodwillRecords records,
      GoodwillWorkflow workflow,
      CustomerCaseService cases,
      KeyedCalls calls) {
    this.records = records;
    this.workflow = workflow;
    this.cases = cases;
    this.calls = calls;
  }

  /** The goodwill of a call. */
  public record Entry(Goodwill goodwill, Outcome outcome) {}

  /**
   * Offers goodwill. Nothing is kept when it fails.
   *
   * @param key with which the same call is the same goodwill, or null
   * @throws InvalidInputException when something is missing or wrong
   */
  public Entry offer(GoodwillRequest request, Actor by, String key) {
    var body = key == null ? request : asMeant(request);
    var made = calls.once(new Call(by.id(), key, body), records, () -> start(request, by, key));
    return new Entry(records.find(made.id()).orElseThrow(), made.outcome());
  }

  /** The same for 49 as for 49.00. */
  private static GoodwillRequest asMeant(GoodwillRequest request) {
    return new GoodwillRequest(
        request.caseNumber(),
        request.kind(),
        GoodwillRules.amount(request.amount()).toPlainString(),
        Texts.stripToNull(request.reason()));
  }

  private long start(GoodwillRequest request, Actor by, String key) {
    cases.lock(GoodwillRules.caseNumber(request.caseNumber()));
    // The same call may have gone on while this one waited for the case; its sum would count twice.
    if (key != null && records.findKeyed(by.id(), key).isPresent()) {
      throw new DuplicateKeyException("The same call has come before");
    }
    return workflow.offer(request, by);
  }
}
