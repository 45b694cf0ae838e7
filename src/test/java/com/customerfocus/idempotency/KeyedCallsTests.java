package com.customerfocus.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.customerfocus.idempotency.KeyedCalls.Call;
import com.customerfocus.idempotency.KeyedCalls.Entry;
import com.customerfocus.idempotency.KeyedCalls.Outcome;
import com.customerfocus.support.InvalidInputException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

class KeyedCallsTests {

  private static final Call CALL = new Call("oscar", "k-1", new Body("49"));
  private static final InvalidInputException REFUSAL =
      new InvalidInputException("refusal.goodwill.no-manager");

  private record Body(String amount) {}

  private static class Records implements KeyedRecords {
    private final Map<String, Keyed> kept = new HashMap<>();

    @Override
    public Optional<Keyed> findKeyed(String person, String key) {
      return Optional.ofNullable(kept.get(key));
    }

    @Override
    public void keepKey(long id, String key, String digest) {
      if (kept.putIfAbsent(key, new Keyed(id, digest)) != null) {
        throw new DuplicateKeyException(key);
      }
    }
  }

  private final KeyedCalls calls = new KeyedCalls(TransactionOperations.withoutTransaction());
  private final Records records = new Records();

  private long otherNode(Call call) {
    return calls.once(call, records, () -> 7).id();
  }

  @Test
  void ofTwoAtTheSameMomentTheSecondIsKnownByItsKey() {
    var second = calls.once(CALL, records, () -> otherNode(CALL) + 1);

    assertThat(second).isEqualTo(new Entry(7, Outcome.KNOWN));
  }

  @Test
  void theSecondIsKnownAlsoWhenItIsRefusedForWhatTheFirstHasDone() {
    var second =
        calls.once(
            CALL,
            records,
            () -> {
              otherNode(CALL);
              throw REFUSAL;
            });

    assertThat(second).isEqualTo(new Entry(7, Outcome.KNOWN));
  }

  @Test
  void aRefusalOfTheFirstIsTold() {
    assertThatThrownBy(
            () ->
                calls.once(
                    CALL,
                    records,
                    () -> {
                      throw REFUSAL;
                    }))
        .isSameAs(REFUSAL);
  }

  @Test
  void aCallWithoutKeyIsToldItsRefusalAlsoAfterOthers() {
    var without = new Call("oscar", null, new Body("49"));

    assertThatThrownBy(
            () ->
                calls.once(
                    without,
                    records,
                    () -> {
                      otherNode(CALL);
                      throw REFUSAL;
                    }))
        .isSameAs(REFUSAL);
  }
}
