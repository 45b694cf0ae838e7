package com.customerfocus.cascade.culture;

import com.customerfocus.cascade.culture.CultureEntry.Checked;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import com.customerfocus.support.Timestamps;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What managers say made their heritage companies successful: table {@code culture_attribute}. */
@Component
public class Culture {

  private static final int SUGGESTIONS = 10;

  private static final String COUNTS =
      """
      min(a.attribute) as attribute,
      count(case when a.treatment = 'KEEP' then 1 end) as keep,
      count(case when a.treatment = 'MERGE' then 1 end) as merge,
      count(case when a.treatment = 'TRANSFORM' then 1 end) as transform,
      count(*) as total
      """;

  private static final RecordMapper<CultureAttribute> ATTRIBUTE =
      RecordMapper.of(CultureAttribute.class);

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final OrganizationService organization;
  private final Clock clock;

  Culture(
      JdbcClient jdbc,
      NamedParameterJdbcTemplate batches,
      OrganizationService organization,
      Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.organization = organization;
    this.clock = clock;
  }

  /**
   * What was entered, ready to be put on record; the same attribute twice counts once.
   *
   * @throws InvalidInputException when one of it cannot be
   */
  public static List<Checked> checked(CultureInput input) {
    var checked = new TreeMap<String, Checked>();
    if (input != null) {
      input.entries().stream()
          .map(CultureEntry::checked)
          .flatMap(Optional::stream)
          .forEach(entry -> checked.putIfAbsent(entry.key(), entry));
    }
    return List.copyOf(checked.values());
  }

  /**
   * Puts on record what was named in a briefing, for the heritage company of the person who named
   * it.
   *
   * @param managerId employee id of the manager whose team was briefed
   * @param by employee id of the person who named it
   */
  public void record(
      long cascadeId, long briefingId, String managerId, List<Checked> entries, String by) {
    if (entries.isEmpty()) {
      return;
    }
    var heritage =
        organization
            .person(by)
            .or(() -> organization.person(managerId))
            .map(Person::heritage)
            .orElseThrow();
    batches.batchUpdate(
        """
        insert into culture_attribute (cascade_id, briefing_id, heritage, attribute, attribute_key,
                                       treatment, entered_by, entered_at)
        values (:cascade, :briefing, :heritage, :attribute, :key, :treatment, :by, :now)
        """,
        entries.stream()
            .map(
                entry ->
                    new MapSqlParameterSource("cascade", cascadeId)
                        .addValue("briefing", briefingId)
                        .addValue("heritage", heritage)
                        .addValue("attribute", entry.attribute())
                        .addValue("key", entry.key())
                        .addValue("treatment", entry.treatment().name())
                        .addValue("by", by)
                        .addValue("now", Timestamps.at(clock.instant())))
            .toArray(SqlParameterSource[]::new));
  }

  /** What others of the heritage company of this briefing's manager named most. */
  public List<CultureAttribute> suggestions(long briefingId) {
    return jdbc.sql(
            """
            select %s
              from briefing b
              join person m on m.id = b.manager_id
              join culture_attribute a on a.cascade_id = b.cascade_id and a.heritage = m.heritage
             where b.id = :briefing
             group by a.attribute_key
             order by total desc, a.attribute_key
             fetch first :limit rows only
            """
                .formatted(COUNTS))
        .param("briefing", briefingId)
        .param("limit", SUGGESTIONS)
        .query(ATTRIBUTE)
        .list();
  }

  /** Everything that was named in a cascade by heritage company, what most named first. */
  public TreeMap<String, List<CultureAttribute>> byHeritage(long cascadeId) {
    var named = new TreeMap<String, List<CultureAttribute>>();
    jdbc.sql(
            """
            select a.heritage, %s
              from culture_attribute a
             where a.cascade_id = :cascade
             group by a.heritage, a.attribute_key
             order by a.heritage, total desc, a.attribute_key
            """
                .formatted(COUNTS))
        .param("cascade", cascadeId)
        .query(
            row -> {
              named
                  .computeIfAbsent(row.getString("heritage"), company -> new ArrayList<>())
                  .add(ATTRIBUTE.mapRow(row, 0));
            });
    return named;
  }
}
