package com.customerfocus.customer.search;

import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** How PostgreSQL executes a search of customers. */
public final class SearchPlans {

  private SearchPlans() {}

  /** The lines of {@code explain analyze} for one page. */
  public static List<String> explain(
      JdbcTemplate database, String owner, String text, int offset, int limit) {
    var params = new HashMap<String, Object>();
    var query = CustomerSearch.query(owner, text, offset, limit, params);
    return new NamedParameterJdbcTemplate(database)
        .queryForList("explain (analyze, costs off) " + query, params, String.class);
  }
}
