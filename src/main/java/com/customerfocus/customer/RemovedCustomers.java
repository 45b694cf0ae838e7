package com.customerfocus.customer;

import com.customerfocus.link.KeyedDigest;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which customers have had their data removed: an import must not bring them back. Their references
 * are not kept, only digests of them.
 */
@Component
public class RemovedCustomers {

  private final JdbcClient jdbc;
  private final KeyedDigest digest;

  RemovedCustomers(JdbcClient jdbc, KeyedDigest digest) {
    this.jdbc = jdbc;
    this.digest = digest;
  }

  /** How the reference of a removed customer is recognized. */
  public String digest(String reference) {
    return digest.of(reference);
  }

  /**
   * Those of these references that belong to removed customers, by one query.
   *
   * @param references of one batch of an import, up to some thousand
   */
  public Set<String> among(Collection<String> references) {
    if (references.isEmpty()) {
      return Set.of();
    }
    var byDigest = references.stream().distinct().collect(Collectors.toMap(digest::of, it -> it));
    return jdbc
        .sql(
            """
            select reference_digest from customer_data_request
             where kind = 'REMOVED' and reference_digest in (:digests)
            """)
        .param("digests", byDigest.keySet())
        .query(String.class)
        .list()
        .stream()
        .map(byDigest::get)
        .collect(Collectors.toSet());
  }
}
