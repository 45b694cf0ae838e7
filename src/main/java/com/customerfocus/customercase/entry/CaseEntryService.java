package com.customerfocus.customercase.entry;

import com.customerfocus.customercase.CaseChannel;
import com.customerfocus.customercase.CaseRequest;
import com.customerfocus.customercase.CaseWorkflow;
import com.customerfocus.customercase.OpeningService;
import com.customerfocus.customercase.OpeningService.Keyed;
import com.customerfocus.support.InvalidInputException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Opens cases, each key of a person once: the unique constraint on the two decides between calls at
 * the same moment, on one node or on several.
 */
@Service
public class CaseEntryService {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final OpeningService opening;
  private final CaseWorkflow workflow;
  private final TransactionOperations transactions;

  CaseEntryService(
      OpeningService opening, CaseWorkflow workflow, TransactionOperations transactions) {
    this.opening = opening;
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

  /**
   * The case of a key.
   *
   * @param id number of the case
   */
  public record Entry(long id, Outcome outcome) {}

  /**
   * Opens a case. Nothing is kept when it fails.
   *
   * @param owner employee id of the person who opens it and stays with the customer
   * @param key with which the same call is the same case, or null
   * @throws InvalidInputException when something is missing or wrong
   */
  public Entry open(CaseRequest request, String owner, String key) {
    var digest = digest(request);
    var known = known(owner, key, digest);
    if (known.isPresent()) {
      return known.get();
    }
    try {
      var id = transactions.execute(status -> start(request, owner, key, digest));
      return new Entry(id, Outcome.CREATED);
    } catch (DuplicateKeyException e) {
      return known(owner, key, digest).orElseThrow(() -> e);
    }
  }

  private long start(CaseRequest request, String owner, String key, String digest) {
    var id = workflow.open(request, owner);
    opening.keepOrigin(id, CaseChannel.API, null);
    if (key != null) {
      opening.keepKey(id, key, digest);
    }
    return id;
  }

  private Optional<Entry> known(String owner, String key, String digest) {
    return key == null ? Optional.empty() : opening.find(owner, key).map(it -> entry(it, digest));
  }

  private static Entry entry(Keyed it, String digest) {
    return new Entry(it.id(), it.digest().equals(digest) ? Outcome.KNOWN : Outcome.OTHER);
  }

  /** SHA-256 in hexadecimal digits; the order of keys and the space between them do not count. */
  private static String digest(CaseRequest request) {
    try {
      var text = JSON.writeValueAsString(request);
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("A record of texts has a digest", e);
    }
  }
}
