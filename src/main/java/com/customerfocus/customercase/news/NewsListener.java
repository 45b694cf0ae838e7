package com.customerfocus.customercase.news;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Is told about the clocks of cases, in the transaction that records it; a bean. */
public interface NewsListener {

  /**
   * The next news of these cases is due at another moment than before.
   *
   * @param dueByCase the moment by number of the case
   */
  void moved(Map<Long, Instant> dueByCase);

  /** These moments have passed. Told once for each. */
  void late(Collection<LateNews> late);

  /** A mail with news did not reach the customer: another way has to be found. */
  void bounced(Contact mail);
}
