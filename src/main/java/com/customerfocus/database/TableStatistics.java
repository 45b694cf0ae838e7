package com.customerfocus.database;

import com.customerfocus.sweep.Sweep;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Runs ANALYZE on PostgreSQL tables that have grown a lot. Autovacuum does so once a minute by
 * default, too late for a cascade that fills empty tables within seconds: each connection caches
 * plans for empty tables, which then scan the whole table for each manager and each
 * acknowledgement.
 *
 * <p>H2 refreshes its statistics after a number of changes. Nodes do not wait for each other.
 */
@Component
class TableStatistics {

  private static final Logger LOG = LoggerFactory.getLogger(TableStatistics.class);

  /** Tables with more changed rows than they had, and more than fit on a few pages. */
  private static final String GROWN =
      """
      select format('%I.%I', s.schemaname, s.relname)
        from pg_stat_user_tables s join pg_class c on c.oid = s.relid
       where s.schemaname = current_schema()
         and s.n_mod_since_analyze > 200 + greatest(c.reltuples, 0)
      """;

  private final JdbcTemplate jdbc;
  private final boolean isPostgres;

  TableStatistics(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.isPostgres =
        "PostgreSQL"
            .equals(
                jdbc.execute(
                    (ConnectionCallback<String>)
                        connection -> connection.getMetaData().getDatabaseProductName()));
  }

  @Bean
  Sweep grownTables() {
    return Sweep.ofOneBatch("statistics", Duration.ofSeconds(2), this::refresh);
  }

  void refresh() {
    if (isPostgres) {
      grown().forEach(this::analyze);
    }
  }

  /** Quoted table names. */
  List<String> grown() {
    return jdbc.queryForList(GROWN, String.class);
  }

  private void analyze(String table) {
    try {
      jdbc.execute("analyze (skip_locked) " + table);
    } catch (DataAccessException e) {
      LOG.warn("The statistics of {} stay as they are until PostgreSQL looks by itself", table, e);
    }
  }
}
