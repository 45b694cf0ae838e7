package com.customerfocus.handoff.entry;

import com.customerfocus.handoff.HandoffRequest;
import com.customerfocus.handoff.HandoffWorkflow;
import com.customerfocus.handoff.RequestService;
import com.customerfocus.handoff.RequestService.Keyed;
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
 * Asks for handoffs, each key of a requester once: the unique constraint on the two decides between
 * calls at the same moment, on one node or on several.
 */
@Service
public class HandoffEntryService {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final RequestService requests;
  private final HandoffWorkflow workflow;
  private final TransactionOperations transactions;

  HandoffEntryService(
      RequestService requests, HandoffWorkflow workflow, TransactionOperations transactions) {
    this.requests = requests;
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
   * The handoff of a key.
   *
   * @param id number of the handoff
   */
  public record Entry(long id, Outcome outcome) {}

  /**
   * Asks for a handoff. Nothing is kept when it fails.
   *
   * @param requester employee id
   * @param key with which the same call is the same handoff, or null
   * @throws InvalidInputException when something is missing or wrong
   */
  public Entry ask(HandoffRequest request, String requester, String key) {
    var digest = digest(request);
    var known = known(requester, key, digest);
    if (known.isPresent()) {
      return known.get();
    }
    try {
      var id = transactions.execute(status -> start(request, requester, key, digest));
      return new Entry(id, Outcome.CREATED);
    } catch (DuplicateKeyException e) {
      return known(requester, key, digest).orElseThrow(() -> e);
    }
  }

  private long start(HandoffRequest request, String requester, String key, String digest) {
    var id = workflow.request(request, requester);
    if (key != null) {
      requests.keepKey(id, key, digest);
    }
    return id;
  }

  private Optional<Entry> known(String requester, String key, String digest) {
    return key == null
        ? Optional.empty()
        : requests.find(requester, key).map(it -> entry(it, digest));
  }

  private static Entry entry(Keyed it, String digest) {
    return new Entry(it.id(), it.digest().equals(digest) ? Outcome.KNOWN : Outcome.OTHER);
  }

  /** SHA-256 in hexadecimal digits; the order of keys and the space between them do not count. */
  private static String digest(HandoffRequest request) {
    try {
      var text = JSON.writeValueAsString(request);
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("A record of texts has a digest", e);
    }
  }
}
