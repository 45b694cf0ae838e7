package com.customerfocus.customercase.goodwill;

import com.customerfocus.access.Actor;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Texts;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Goodwill over HTTP, each key of a person once: the unique constraint on the two decides between
 * calls at the same moment, on one node or on several.
 */
@Service
public class GoodwillEntryService {

  private final GoodwillRecords records;
  private final GoodwillWorkflow workflow;
  private final TransactionOperations transactions;

  GoodwillEntryService(
      GoodwillRecords records, GoodwillWorkflow workflow, TransactionOperations transactions) {
    this.records = records;
    this.workflow = workflow;
    this.transactions = transactions;
  }

  /** What became of a call. */
  public enum Outcome {
    CREATED,
    /** The same call came before; nothing was done again. */
    KNOWN,
    /** Another call came before with this key; nothing was done. */
    OTHER
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
    var known = known(request, by, key);
    if (known.isPresent()) {
      return known.get();
    }
    try {
      var id = transactions.execute(status -> start(request, by, key));
      return new Entry(records.find(id).orElseThrow(), Outcome.CREATED);
    } catch (DuplicateKeyException e) {
      return known(request, by, key).orElseThrow(() -> e);
    }
  }

  private long start(GoodwillRequest request, Actor by, String key) {
    var id = workflow.offer(request, by);
    if (key != null) {
      records.setKey(id, key);
    }
    return id;
  }

  private Optional<Entry> known(GoodwillRequest request, Actor by, String key) {
    return key == null
        ? Optional.empty()
        : records
            .findKeyed(by.id(), key)
            .map(it -> new Entry(it, isSame(it, request) ? Outcome.KNOWN : Outcome.OTHER));
  }

  private static boolean isSame(Goodwill it, GoodwillRequest request) {
    return String.valueOf(it.caseId()).equals(request.caseNumber())
        && it.kind().name().equals(request.kind())
        && it.amount().compareTo(GoodwillRules.amount(request.amount())) == 0
        && it.reason().equals(Texts.stripToNull(request.reason()));
  }
}
