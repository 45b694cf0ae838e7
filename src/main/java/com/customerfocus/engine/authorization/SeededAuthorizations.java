package com.customerfocus.engine.authorization;

import static java.util.stream.Collectors.toSet;

import com.customerfocus.database.RecordMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code seeded_grant}: the permissions that the program has granted on its own. */
@Repository
class SeededAuthorizations {

  private final JdbcClient jdbc;
  private final Clock clock;

  SeededAuthorizations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * One permission that the program granted.
   *
   * @param audience id of a group, {@code *} for all accounts
   * @param resource the engine's name of the resource type
   * @param resourceId id of one resource, {@code *} for all
   */
  record Seed(String audience, String resource, String resourceId, String permission) {}

  Set<Seed> all() {
    return jdbc
        .sql("select audience, resource, resource_id, permission from seeded_grant")
        .query(RecordMapper.of(Seed.class))
        .stream()
        .collect(toSet());
  }

  void remember(Collection<Seed> seeds) {
    var now = OffsetDateTime.now(clock);
    for (var seed : seeds) {
      jdbc.sql(
              "insert into seeded_grant (audience, resource, resource_id, permission, seeded_at)"
                  + " values (?, ?, ?, ?, ?)")
          .params(seed.audience(), seed.resource(), seed.resourceId(), seed.permission(), now)
          .update();
    }
  }
}
