package com.customerfocus.idempotency;

import com.customerfocus.idempotency.KeyedRecords.Keyed;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Does what is called once for each key of a person, also when calls come at the same moment. */
@Component
public class KeyedCalls {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TransactionOperations transactions;

  KeyedCalls(TransactionOperations transactions) {
    this.transactions = transactions;
  }

  /**
   * A call.
   *
   * @param person employee id of the caller
   * @param key of the caller, or null: then each call is a new one
   * @param body what is asked for, a record
   */
  public record Call(String person, String key, Object body) {}

  /** What became of a call. */
  public enum Outcome {
    CREATED,
    /** The same call came before; nothing was done again. */
    KNOWN,
    /** Another call came before with this key; nothing was done. */
    OTHER
  }

  /**
   * The record of a call.
   *
   * @param id number of the record
   */
  public record Entry(long id, Outcome outcome) {}

  /**
   * Makes a record, unless a call with this key has made it. Nothing is kept when it fails.
   *
   * @param records where the keys are kept
   * @param make makes the record and gives its number
   */
  public Entry once(Call call, KeyedRecords records, LongSupplier make) {
    var digest = digest(call.body());
    var known = known(call, records, digest);
    if (known.isPresent()) {
      return known.get();
    }
    try {
      var id = transactions.execute(status -> make(call, records, make, digest));
      return new Entry(id, Outcome.CREATED);
    } catch (RuntimeException e) {
      // Either its key is on record meanwhile, or what the same call has done is why this one is
      // refused, such as a limit that both together exceed.
      return known(call, records, digest).orElseThrow(() -> e);
    }
  }

  private static long make(Call call, KeyedRecords records, LongSupplier make, String digest) {
    var id = make.getAsLong();
    if (call.key() != null) {
      records.keepKey(id, call.key(), digest);
    }
    return id;
  }

  private static Optional<Entry> known(Call call, KeyedRecords records, String digest) {
    return call.key() == null
        ? Optional.empty()
        : records.findKeyed(call.person(), call.key()).map(it -> entry(it, digest));
  }

  private static Entry entry(Keyed it, String digest) {
    return new Entry(it.id(), it.digest().equals(digest) ? Outcome.KNOWN : Outcome.OTHER);
  }

  /** SHA-256 in hexadecimal digits of the record's values, in the order of its components. */
  private static String digest(Object body) {
    try {
      var text = JSON.writeValueAsString(body);
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("A record of texts has a digest", e);
    }
  }
}
