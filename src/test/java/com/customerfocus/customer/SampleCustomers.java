package com.customerfocus.customer;

import org.springframework.jdbc.core.JdbcTemplate;

/** Customers for tests. */
public final class SampleCustomers {

  private final JdbcTemplate rows;

  public SampleCustomers(JdbcTemplate rows) {
    this.rows = rows;
  }

  /** Lucía Prado with a mail and a postal address, who has chosen nothing; returns the id. */
  public long lucia() {
    return add("C-1", "Lucía Prado", "lucia@example.com", "es");
  }

  public long add(String reference, String name, String mail, String language) {
    rows.update(
        """
        insert into customer (reference, name, mail, postal_address, language, search_name,
          created_at, changed_at)
        values (?, ?, ?, 'Calle Mayor 1, Toledo', ?, lower(?), timestamp with time zone
          '2026-03-02 09:00:00Z', timestamp with time zone '2026-03-02 09:00:00Z')
        """,
        reference,
        name,
        mail,
        language,
        name);
    return rows.queryForObject(
        "select id from customer where reference = ?", Long.class, reference);
  }
}
