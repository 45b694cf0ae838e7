package com.customerfocus.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Records from rows, by the names of their components. */
class RecordMapperTests {

  private record Person(String id, String name) {}

  private record Row(
      long id,
      int count,
      Integer noNumber,
      TimeUnit unit,
      TimeUnit noUnit,
      Instant dueAt,
      Instant noMoment,
      LocalDate fromDay,
      boolean done,
      Person madeBy,
      Person handedTo,
      String by,
      Instant at,
      String text,
      long keep,
      long merge,
      long transform,
      long step) {}

  private final JdbcClient jdbc =
      JdbcClient.create(new DriverManagerDataSource("jdbc:h2:mem:record-mapper"));

  @Test
  void eachComponentIsReadFromTheColumnOfItsName() {
    var row =
        jdbc.sql(
                """
                select 1 as id, 2 as count, cast(null as integer) as no_number, 'DAYS' as unit,
                       cast(null as varchar) as no_unit,
                       timestamp with time zone '2026-03-02 10:00:00+01:00' as due_at,
                       cast(null as timestamp with time zone) as no_moment,
                       date '2026-03-02' as from_day, true as done,
                       'ana' as made_by_id, 'Ana' as made_by_name,
                       cast(null as varchar) as handed_to_id,
                       cast(null as varchar) as handed_to_name, 'bea' as by,
                       timestamp with time zone '2026-03-02 09:00:00Z' as at, 'words' as text,
                       3 as keep, 4 as merge, 5 as transform, 6 as step
                """)
            .query(RecordMapper.of(Row.class))
            .single();

    var nine = Instant.parse("2026-03-02T09:00:00Z");
    assertThat(row)
        .isEqualTo(
            new Row(
                1,
                2,
                null,
                TimeUnit.DAYS,
                null,
                nine,
                null,
                LocalDate.of(2026, 3, 2),
                true,
                new Person("ana", "Ana"),
                null,
                "bea",
                nine,
                "words",
                3,
                4,
                5,
                6));
  }
}
