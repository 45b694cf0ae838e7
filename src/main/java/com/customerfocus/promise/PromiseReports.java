package com.customerfocus.promise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is on record about promises. */
@Service
@Transactional(readOnly = true)
public class PromiseReports {

  private final Promises promises;

  PromiseReports(Promises promises) {
    this.promises = promises;
  }

  /** What the filter lets through, the earliest due first. */
  public List<Promise> promises(PromiseFilter filter, int offset, int limit) {
    return promises.list(filter, offset, limit);
  }

  /** At most this many that the filter lets through, the last ones made first. */
  public List<Promise> newest(PromiseFilter filter, int most) {
    return promises.newest(filter, most);
  }

  /** How many promises of a source are in each state; states that none is in are left out. */
  public Map<PromiseState, Long> counts(PromiseSource source) {
    return promises.counts(source);
  }

  public Optional<Promise> promise(long id) {
    return promises.find(id);
  }

  /** What happened to it, in order. */
  public List<PromiseEvent> events(long id) {
    return promises.events(id);
  }
}
