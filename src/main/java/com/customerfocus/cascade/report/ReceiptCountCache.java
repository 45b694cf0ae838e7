package com.customerfocus.cascade.report;

import com.customerfocus.cascade.Cascade;
import com.customerfocus.cascade.CascadeState;
import com.customerfocus.cascade.receipt.Counts;
import com.customerfocus.cascade.receipt.ReceiptState;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts receipts. Counting takes as long as the audience is large, 20 ms for 100,000 people on
 * PostgreSQL, and everyone who follows a cascade asks again and again. So the counts of a large
 * audience are cached: a request gets the last counts at once and refreshes them in the background,
 * at most once a second on each node. Without cached counts, or after a change of the cascade's
 * state, the request counts itself. A small audience is counted for each request.
 */
@Component
class ReceiptCountCache {

  /** People; from this size on a tally is kept. */
  static final int LARGE = 10_000;

  /** A request for counts of this age refreshes them in the background. */
  static final Duration FRESH = Duration.ofSeconds(1);

  /** Counts of this age are not shown. */
  static final Duration TOO_OLD = Duration.ofSeconds(10);

  private static final int KEPT = 1_000;

  private record Key(long cascadeId, CascadeState state) {}

  private final LoadingCache<Key, ReceiptCounts> large;
  private final Counting counting;

  /** Counts the receipts of one cascade now. */
  @FunctionalInterface
  interface Counting {
    ReceiptCounts count(long cascadeId);
  }

  @Autowired
  ReceiptCountCache(JdbcClient jdbc, Clock clock) {
    this(cascade -> count(jdbc, clock, cascade), Ticker.systemTicker(), ForkJoinPool.commonPool());
  }

  ReceiptCountCache(Counting counting, Ticker ticker, Executor background) {
    this.counting = counting;
    this.large =
        Caffeine.newBuilder()
            .maximumSize(KEPT)
            .ticker(ticker)
            .executor(background)
            .refreshAfterWrite(FRESH)
            .expireAfterWrite(TOO_OLD)
            .build(key -> counting.count(key.cascadeId()));
  }

  ReceiptCounts of(Cascade cascade) {
    var key = new Key(cascade.id(), cascade.state());
    var kept = large.getIfPresent(key);
    if (kept != null) {
      return kept;
    }
    var tally = counting.count(cascade.id());
    if (tally.total().audience() >= LARGE) {
      large.put(key, tally);
    }
    return tally;
  }

  private static ReceiptCounts count(JdbcClient jdbc, Clock clock, long cascadeId) {
    var now = clock.instant();
    return new ReceiptCounts(
        now,
        jdbc.sql(
                """
                select d.name, f.heritage, f.level, f.state, f.people
                  from (select department_id, heritage, level, state, count(*) as people
                          from receipt where cascade_id = :cascade
                         group by department_id, heritage, level, state) f
                  join department d on d.id = f.department_id
                """)
            .param("cascade", cascadeId)
            .query(
                (row, n) ->
                    new ReceiptCounts.Part(
                        row.getString("name"),
                        row.getString("heritage"),
                        row.getInt("level"),
                        Counts.of(
                            ReceiptState.valueOf(row.getString("state")), row.getLong("people"))))
            .list());
  }
}
