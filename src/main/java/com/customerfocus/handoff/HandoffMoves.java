package com.customerfocus.handoff;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.access.Groups;
import com.customerfocus.database.RecordMapper;
import com.customerfocus.handoff.HandoffWorkflow.StandIn;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.promise.DeliveryPromises;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets open handoffs follow the organization, and what they were asked for to another person, in
 * the transaction that changes it. The number of statements does not depend on the number of
 * handoffs.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class HandoffMoves {

  /** The partner's open task is the group's, whether or not a member has claimed it. */
  private static final String IS_OF_GROUP =
      " where h.state in ('REQUESTED', 'ACCEPTED') and h.owner_id is null";

  private static final RecordMapper<Place> PLACE = RecordMapper.of(Place.class);

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final NoticeService notices;
  private final DeliveryPromises promises;
  private final HandoffClocks clocks;
  private final Clock clock;

  HandoffMoves(
      JdbcClient jdbc,
      NamedParameterJdbcTemplate batches,
      NoticeService notices,
      DeliveryPromises promises,
      HandoffClocks clocks,
      Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.notices = notices;
    this.promises = promises;
    this.clocks = clocks;
    this.clock = clock;
  }

  /**
   * Where an open handoff is.
   *
   * @param ownerId employee id, or null
   * @param standInId employee id of the person who has the task for a group, or null
   * @param ownerLeft whether the owner no longer works here
   * @param promiseId number of its promise, or null
   */
  public record Place(
      long id,
      HandoffState state,
      String requesterDepartment,
      String partnerDepartment,
      String ownerId,
      String standInId,
      boolean ownerLeft,
      Long promiseId) {

    /** Employee id of the person who has the partner's task, or null. */
    public String holderId() {
      return ownerId == null ? standInId : ownerId;
    }
  }

  /**
   * Where it goes.
   *
   * @param ownerId employee id, or null
   */
  public record Move(
      Place from, String requesterDepartment, String partnerDepartment, String ownerId) {

    /** Whether the partner's tasks go to another group or person. */
    public boolean concernsPartner() {
      return hasNewPartner() || hasNewOwner();
    }

    boolean hasNewPartner() {
      return !partnerDepartment.equals(from.partnerDepartment());
    }

    boolean hasNewOwner() {
      return !Objects.equals(ownerId, from.ownerId());
    }
  }

  /** Locks the open handoffs of these departments, on either side, and those of leavers. */
  public List<Place> lock(Collection<String> closed) {
    return jdbc.sql(
            """
            select h.id, h.state, h.requester_department, h.partner_department, h.owner_id,
                   h.stand_in_id,
                   exists (select 1 from person o where o.id = h.owner_id and not o.active)
                     as owner_left, h.promise_id
              from handoff h
             where h.ended_at is null
               and (h.partner_department in (:closed) or h.requester_department in (:closed)
                    or exists (select 1 from person o where o.id = h.owner_id and not o.active))
             order by h.id for update
            """)
        .param("closed", closed.isEmpty() ? List.of("") : closed)
        .query(PLACE)
        .list();
  }

  /**
   * Puts these on record, and tells the new owners.
   *
   * @param promisers employee id of the person who has it now, by number of the promise
   */
  public void record(List<Move> moves, Map<Long, String> promisers) {
    if (moves.isEmpty()) {
      return;
    }
    var rows = moves.stream().map(this::row).toArray(MapSqlParameterSource[]::new);
    batches.batchUpdate(
        """
        update handoff
           set requester_department = :requester, partner_department = :partner, owner_id = :owner,
               stand_in_id = case when :concernsPartner then null else stand_in_id end
         where id = :id
        """,
        rows);
    batches.batchUpdate(
        """
        insert into handoff_event (handoff_id, step, recorded_at, state_before, state_after,
                                   department, person_id, recipient_id)
        values (:id, 'MOVE', :now, :state, :state, :partner, :newOwner, :newOwner)
        """,
        rows);
    notices.record(
        HandoffNewsRenderer.KIND,
        """
        select id as subject_id, 0 as occasion, recipient_id as person_id from handoff_event
         where step = 'MOVE' and recorded_at = :now and recipient_id is not null
        """,
        Map.of("now", at(clock.instant())));
    promises.handedTo(promisers, null);
  }

  /**
   * Locks those of these handoffs that are open, for a caller that is to lock afterwards what they
   * were asked for: a step of a handoff locks in this order.
   */
  public void lockOpen(Collection<Long> ids) {
    requesters(ids);
  }

  private record Requested(
      long id, HandoffState state, String partnerDepartment, String requesterId) {}

  private List<Requested> requesters(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select h.id, h.state, h.partner_department, h.requester_id
                  from handoff h
                 where h.id in (:ids) and h.ended_at is null order by h.id for update
                """)
            .param("ids", ids)
            .query(RecordMapper.of(Requested.class))
            .list();
  }

  /**
   * Puts on record who asks for these handoffs from now on. The department that asked stays, and
   * what was promised stays promised to the person to whom it was.
   *
   * @param people employee id by handoff
   * @return those that change: open ones that another person has asked for until now
   */
  public Map<Long, String> recordRequesters(Map<Long, String> people) {
    if (people.isEmpty()) {
      return people;
    }
    var changes =
        requesters(people.keySet()).stream()
            .filter(it -> !it.requesterId().equals(people.get(it.id())))
            .toList();
    var rows =
        changes.stream()
            .map(
                it ->
                    new MapSqlParameterSource("id", it.id())
                        .addValue("person", people.get(it.id()))
                        .addValue("partner", it.partnerDepartment())
                        .addValue("state", it.state().name())
                        .addValue("now", at(clock.instant())))
            .toArray(MapSqlParameterSource[]::new);
    batches.batchUpdate("update handoff set requester_id = :person where id = :id", rows);
    batches.batchUpdate(
        """
        insert into handoff_event (handoff_id, step, recorded_at, state_before, state_after,
                                   department, person_id)
        values (:id, 'CHANGE_REQUESTER', :now, :state, :state, :partner, :person)
        """,
        rows);
    return changes.stream().collect(Collectors.toMap(Requested::id, it -> people.get(it.id())));
  }

  /** What requesters wait for whose partner is another one now, by handoff. */
  public Map<Long, String> waitsFor(List<Move> moves) {
    var ids = moves.stream().filter(Move::hasNewPartner).map(it -> it.from().id()).toList();
    if (ids.isEmpty()) {
      return Map.of();
    }
    var dates = new HashMap<String, HandoffDates>();
    return jdbc
        .sql(Handoffs.SELECT + " where h.id in (:ids)")
        .param("ids", ids)
        .query(Handoffs.HANDOFF)
        .list()
        .stream()
        .collect(
            Collectors.toMap(
                Handoff::id,
                it ->
                    HandoffCourse.waitsFor(
                        it, dates.computeIfAbsent(it.partnerDepartment(), clocks::dates))));
  }

  /**
   * A group that has open handoffs.
   *
   * @param standInId employee id of the person who has their tasks for it, or null
   * @param handoffs how many
   */
  public record OfGroup(String partnerDepartment, String standInId, long handoffs) {}

  /** The groups that have open handoffs. */
  public List<OfGroup> ofGroups() {
    return jdbc.sql(
            "select h.partner_department, h.stand_in_id, count(*) as handoffs from handoff h"
                + IS_OF_GROUP
                + " group by h.partner_department, h.stand_in_id")
        .query(RecordMapper.of(OfGroup.class))
        .list();
  }

  private record Held(long id, String partnerDepartment, String standInId) {}

  /**
   * Puts on record who stands in for these groups from now on.
   *
   * @param standIns employee ids by department; none where members can act
   * @param most how many handoffs at once
   * @return those that change
   */
  public List<StandIn> standIn(
      Collection<String> departments, Map<String, String> standIns, int most) {
    var changes =
        jdbc
            .sql(
                "select h.id, h.partner_department, h.stand_in_id from handoff h"
                    + IS_OF_GROUP
                    + " and h.partner_department in (:departments) order by h.id for update")
            .param("departments", departments)
            .query(RecordMapper.of(Held.class))
            .list()
            .stream()
            .map(it -> new StandIn(it.id(), it.standInId(), standIns.get(it.partnerDepartment())))
            .filter(it -> !Objects.equals(it.formerId(), it.personId()))
            .limit(most)
            .toList();
    batches.batchUpdate(
        "update handoff set stand_in_id = :person where id = :id",
        changes.stream()
            .map(
                it ->
                    new MapSqlParameterSource("id", it.id())
                        .addValue("person", it.personId(), Types.VARCHAR))
            .toArray(MapSqlParameterSource[]::new));
    return changes;
  }

  /**
   * What becomes of tasks of groups whose claimers are no members now: they go to who stands in for
   * the group, or back to it. What a person has by another step than claiming stays with them.
   *
   * @param claimers employee id by handoff
   */
  public List<StandIn> unclaim(Map<Long, String> claimers) {
    var departments = departmentsOf(claimers.values());
    return jdbc
        .sql(
            "select h.id, h.partner_department, h.stand_in_id from handoff h"
                + IS_OF_GROUP
                + " and h.id in (:ids) order by h.id for update")
        .param("ids", claimers.keySet())
        .query(RecordMapper.of(Held.class))
        .list()
        .stream()
        // All members of a department that gets another name go on with what they have claimed.
        .filter(it -> !it.partnerDepartment().equals(departments.get(claimers.get(it.id()))))
        .map(it -> new StandIn(it.id(), claimers.get(it.id()), it.standInId()))
        .filter(it -> !Objects.equals(it.formerId(), it.personId()))
        .toList();
  }

  private record Member(String id, String departmentId) {}

  /** The departments of whose groups these people are members. */
  private Map<String, String> departmentsOf(Collection<String> people) {
    return jdbc
        .sql(
            """
            select p.id, p.department_id from person p
             where p.active and p.id in (:people)
               and position(concat(' ', cast(:prefix as varchar), p.department_id, ' ')
                            in concat(' ', p.account_groups, ' ')) > 0
            """)
        .param("people", people)
        .param("prefix", Groups.DEPARTMENT_PREFIX)
        .query(RecordMapper.of(Member.class))
        .list()
        .stream()
        .collect(Collectors.toMap(Member::id, Member::departmentId));
  }

  /**
   * Open handoffs of departments that were asked.
   *
   * @param headName name of the department's head, or null
   */
  public record Count(String departmentId, String headName, long handoffs) {}

  /** How many open handoffs these departments were asked for; none without any. */
  public List<Count> open(Collection<String> departments) {
    return jdbc.sql(
            """
            select d.id as department_id, p.name as head_name, count(*) as handoffs
              from handoff h join department d on d.id = h.partner_department
              left join person p on p.id = d.head_id
             where h.ended_at is null and h.partner_department in (:departments)
             group by d.id, p.name
            """)
        .param("departments", departments)
        .query(RecordMapper.of(Count.class))
        .list();
  }

  private record Named(String id, String name) {}

  /** Names of departments by id. */
  public Map<String, String> departments(Collection<String> ids) {
    return names("select id, name from department where id in (:ids)", ids);
  }

  /** Names of people by employee id. */
  public Map<String, String> people(Collection<String> ids) {
    return names("select id, name from person where id in (:ids)", ids);
  }

  private Map<String, String> names(String sql, Collection<String> ids) {
    return jdbc.sql(sql).param("ids", ids).query(RecordMapper.of(Named.class)).list().stream()
        .collect(Collectors.toMap(Named::id, Named::name));
  }

  private MapSqlParameterSource row(Move move) {
    return new MapSqlParameterSource("id", move.from().id())
        .addValue("requester", move.requesterDepartment())
        .addValue("partner", move.partnerDepartment())
        .addValue("owner", move.ownerId(), Types.VARCHAR)
        .addValue("newOwner", move.hasNewOwner() ? move.ownerId() : null, Types.VARCHAR)
        .addValue("concernsPartner", move.concernsPartner())
        .addValue("state", move.from().state().name())
        .addValue("now", at(clock.instant()));
  }
}
