package com.customerfocus.promise;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import com.customerfocus.promise.PromiseRules.Step;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Tables {@code promise} and {@code promise_event}. Events are only added. */
@Component
class Promises {

  private static final String ROWS =
      """
      select p.id, 'PERSON' as made_by_kind, p.made_by as made_by_id, m.name as made_by_name,
             p.made_to_kind, p.made_to as made_to_id,
             coalesce(t.name, d.name, c.reference) as made_to_name,
             p.what, p.due_at as due, p.state, p.delivered_at, p.source_kind, p.source_id, p.made_at
        from %s p
        left join person m on m.id = p.made_by
        left join person t on p.made_to_kind = 'PERSON' and t.id = p.made_to
        left join department d on p.made_to_kind = 'DEPARTMENT' and d.id = p.made_to
        left join customer c
          on c.id = case when p.made_to_kind = 'CUSTOMER' then cast(p.made_to as bigint) end
      """;

  private static final String SELECT = ROWS.formatted("promise");

  /**
   * Waits for the row, which is as the transaction before has left it. Names of people, departments
   * and customers are those of the moment at which it began to wait.
   */
  private static final String LOCKED =
      ROWS.formatted("(select * from promise where id = :id for update)");

  private static final RecordMapper<Promise> PROMISE = RecordMapper.of(Promise.class);
  private static final RecordMapper<PromiseNews> NEWS = RecordMapper.of(PromiseNews.class);

  private static final String EVENT =
      """
      insert into promise_event (promise_id, kind, recorded_at, recorded_by, note, old_due_at,
                                 new_due_at, recipient_id)
      values (:promise, :kind, :at, :by, :note, :oldDue, :newDue, :recipient)
      """;

  private static final List<String> PENDING =
      Arrays.stream(PromiseState.values())
          .filter(PromiseState::isPending)
          .map(PromiseState::name)
          .toList();

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;

  Promises(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /**
   * Inserts all of them with two statements.
   *
   * @return their ids, in the same order
   */
  List<Long> make(List<NewPromise> promises, Instant now) {
    return make(promises, null, now);
  }

  /**
   * Inserts one that a delivery keeps, in a task of the capability in which it was made.
   *
   * @param lookAt when the sweep looks at it first
   * @return its id
   */
  long makeByDelivery(NewPromise promise, Instant lookAt, Instant now) {
    return make(List.of(promise), lookAt, now).get(0);
  }

  private List<Long> make(List<NewPromise> promises, Instant lookAt, Instant now) {
    var ids = new GeneratedKeyHolder();
    batches.batchUpdate(
        """
        insert into promise (made_by, made_to_kind, made_to, what, due_at, state, source_kind,
                             source_id, made_at, by_delivery, look_at)
        values (:madeBy, :madeToKind, :madeTo, :what, :due, 'OPEN', :sourceKind, :sourceId, :now,
                :byDelivery, :lookAt)
        """,
        promises.stream()
            .map(
                promise ->
                    new MapSqlParameterSource("madeBy", promise.madeBy())
                        .addValue("madeToKind", promise.madeTo().kind().name())
                        .addValue("madeTo", promise.madeTo().id())
                        .addValue("what", promise.what())
                        .addValue("due", at(promise.due()))
                        .addValue("sourceKind", promise.source().kind())
                        .addValue("sourceId", promise.source().id())
                        .addValue("now", at(now))
                        .addValue("byDelivery", lookAt != null)
                        .addValue("lookAt", at(lookAt), Types.TIMESTAMP_WITH_TIMEZONE))
            .toArray(SqlParameterSource[]::new),
        ids,
        new String[] {"id"});
    var made = ids.getKeyList().stream().map(key -> (Long) key.get("id")).toList();
    var events = new ArrayList<SqlParameterSource>();
    for (var i = 0; i < promises.size(); i++) {
      var promise = promises.get(i);
      events.add(
          event(
              made.get(i),
              new PromiseEvent(
                  0,
                  PromiseEvent.Kind.MADE,
                  now,
                  promise.madeBy(),
                  null,
                  null,
                  promise.due(),
                  null)));
    }
    batches.batchUpdate(EVENT, events.toArray(SqlParameterSource[]::new));
    return made;
  }

  /**
   * Adds an event.
   *
   * @return its id
   */
  long add(long promiseId, PromiseEvent event) {
    var id = new GeneratedKeyHolder();
    batches.update(EVENT, event(promiseId, event), id, new String[] {"id"});
    return id.getKeyAs(Long.class);
  }

  private static MapSqlParameterSource event(long promiseId, PromiseEvent event) {
    return new MapSqlParameterSource("promise", promiseId)
        .addValue("kind", event.kind().name())
        .addValue("at", at(event.at()))
        .addValue("by", event.by())
        .addValue("note", event.note())
        .addValue("oldDue", at(event.oldDue()))
        .addValue("newDue", at(event.newDue()))
        .addValue("recipient", event.recipientId());
  }

  /** Employee id of the manager to whom the broken promise was escalated. */
  Optional<String> reviewer(long id) {
    return jdbc.sql(
            """
            select recipient_id from promise_event where promise_id = :id and kind = 'ESCALATED'
             order by id desc fetch first 1 row only
            """)
        .param("id", id)
        .query(String.class)
        .optional();
  }

  Optional<Promise> find(long id) {
    return jdbc.sql(SELECT + " where p.id = :id").param("id", id).query(PROMISE).optional();
  }

  /**
   * Locks the promise until the transaction ends, so that concurrent events are recorded one after
   * the other.
   */
  Promise lock(long id) {
    return jdbc.sql(LOCKED).param("id", id).query(PROMISE).single();
  }

  /** Promises that are neither kept nor withdrawn nor broken, locked like one. */
  List<Promise> lockPending(Collection<Long> ids) {
    jdbc.sql("select id from promise where id in (:ids) order by id for update")
        .param("ids", ids)
        .query(Long.class)
        .list();
    return jdbc.sql(SELECT + " where p.id in (:ids) and p.state in (:pending) order by p.id")
        .param("ids", ids)
        .param("pending", PENDING)
        .query(PROMISE)
        .list();
  }

  /**
   * A promise that another person has from now on.
   *
   * @param person employee id
   * @param lookAt when the sweep looks at it next, or null
   */
  record HandedOver(long id, String person, Instant lookAt) {}

  /** Only for the transaction that has locked them. Two statements. */
  void handOver(List<HandedOver> promises, String by, Instant now) {
    batches.batchUpdate(
        "update promise set made_by = :person, look_at = :lookAt where id = :id",
        promises.stream()
            .map(
                it ->
                    new MapSqlParameterSource("id", it.id())
                        .addValue("person", it.person())
                        .addValue("lookAt", at(it.lookAt()), Types.TIMESTAMP_WITH_TIMEZONE))
            .toArray(SqlParameterSource[]::new));
    batches.batchUpdate(
        EVENT,
        promises.stream()
            .map(
                it ->
                    event(
                        it.id(),
                        new PromiseEvent(
                            0,
                            PromiseEvent.Kind.HANDED_OVER,
                            now,
                            by,
                            null,
                            null,
                            null,
                            it.person())))
            .toArray(SqlParameterSource[]::new));
  }

  /** Whether a delivery keeps it, in a task of the capability in which it was made. */
  boolean isKeptByDelivery(long id) {
    return jdbc.sql("select by_delivery from promise where id = :id")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** Only for the transaction that has locked it: when the sweep looks at it next, or null. */
  void lookAt(long id, Instant moment) {
    jdbc.sql("update promise set look_at = :at where id = :id")
        .param("id", id)
        .param("at", at(moment), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  /** Promises the sweep has to look at, locked; those another node has locked are left to it. */
  List<Long> lockToLookAt(Instant now, int most) {
    return jdbc.sql(
            """
            select id from promise where look_at <= :now
             order by look_at, id fetch first :most rows only for update skip locked
            """)
        .param("now", at(now))
        .param("most", most)
        .query(Long.class)
        .list();
  }

  /** What was promised in these is no longer on record. */
  void removeWords(String source, Collection<Long> sourceIds) {
    jdbc.sql("update promise set what = '…' where source_kind = :kind and source_id in (:sources)")
        .param("kind", source)
        .param("sources", sourceIds)
        .update();
  }

  /** Only for the transaction that has locked it. The sweep does not look at a delivered one. */
  void change(long id, Step step) {
    jdbc.sql(
            """
            update promise
               set state = :state, due_at = :due, delivered_at = :delivered,
                   look_at = case when :isDelivered then null else look_at end
             where id = :id
            """)
        .param("id", id)
        .param("state", step.state().name())
        .param("due", at(step.due()))
        .param("delivered", at(step.deliveredAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("isDelivered", step.deliveredAt() != null)
        .update();
  }

  /** Promises that match the filter, earliest due first. */
  List<Promise> list(PromiseFilter filter, int offset, int limit) {
    var conditions = new ArrayList<String>();
    var params = new HashMap<String, Object>();
    filter(filter, conditions, params);
    var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return jdbc.sql(
            SELECT
                + where
                + " order by p.due_at, p.id offset :offset rows fetch next :limit rows only")
        .params(params)
        .param("offset", offset)
        .param("limit", limit)
        .query(PROMISE)
        .list();
  }

  private static void filter(
      PromiseFilter filter, List<String> conditions, Map<String, Object> params) {
    add("p.state in (:states)", "states", filter.stateNames(), conditions, params);
    add("p.made_by = :madeBy", "madeBy", filter.madeBy(), conditions, params);
    add("p.made_to = :madeTo", "madeTo", filter.madeTo(), conditions, params);
    add("p.made_to_kind = :toKind", "toKind", filter.madeToKindName(), conditions, params);
    if (filter.source() != null) {
      add("p.source_kind = :kind", "kind", filter.source().kind(), conditions, params);
      add("p.source_id = :source", "source", filter.source().id(), conditions, params);
    }
    add("p.due_at >= :after", "after", at(filter.dueAfter()), conditions, params);
    add("p.due_at < :before", "before", at(filter.dueBefore()), conditions, params);
    add(
        "(p.made_by = :party or p.made_to = :party and p.made_to_kind = 'PERSON')",
        "party",
        filter.party(),
        conditions,
        params);
  }

  private static void add(
      String condition,
      String name,
      Object value,
      List<String> conditions,
      Map<String, Object> params) {
    if (value != null) {
      conditions.add(condition);
      params.put(name, value);
    }
  }

  /** Number of a source's promises by state. */
  Map<PromiseState, Long> counts(PromiseSource source) {
    var counts = new EnumMap<PromiseState, Long>(PromiseState.class);
    jdbc.sql(
            """
            select state, count(*) as promises from promise
             where source_kind = :kind and source_id = :source
             group by state
            """)
        .param("kind", source.kind())
        .param("source", source.id())
        .query(
            row -> {
              counts.put(PromiseState.valueOf(row.getString("state")), row.getLong("promises"));
            });
    return counts;
  }

  /** Events of a promise, in order. */
  List<PromiseEvent> events(long promiseId) {
    return jdbc.sql(
            """
            select id, kind, recorded_at as at, recorded_by as by, note,
                   old_due_at as old_due, new_due_at as new_due, recipient_id
              from promise_event where promise_id = :promise order by id
            """)
        .param("promise", promiseId)
        .query(RecordMapper.of(PromiseEvent.class))
        .list();
  }

  /** Content of mails about these events, by event id. */
  Map<Long, PromiseNews> news(Collection<Long> events) {
    var news = new HashMap<Long, PromiseNews>();
    jdbc.sql(
            """
            select e.id, e.kind, e.note, coalesce(e.old_due_at, p.due_at) as due,
                   e.new_due_at as new_due, p.what,
                   p.state, coalesce(m.name, p.made_by) as promiser_name,
                   coalesce(t.name, d.name, c.reference, p.made_to) as receiver_name
              from promise_event e
              join promise p on p.id = e.promise_id
              left join person m on m.id = p.made_by
              left join person t on p.made_to_kind = 'PERSON' and t.id = p.made_to
              left join department d on p.made_to_kind = 'DEPARTMENT' and d.id = p.made_to
              left join customer c
                on c.id = case when p.made_to_kind = 'CUSTOMER' then cast(p.made_to as bigint) end
             where e.id in (:events)
            """)
        .param("events", events)
        .query(
            row -> {
              news.put(row.getLong("id"), NEWS.mapRow(row, 0));
            });
    return news;
  }
}
