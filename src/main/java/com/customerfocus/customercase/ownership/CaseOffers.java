package com.customerfocus.customercase.ownership;

import static com.customerfocus.support.Timestamps.at;

import com.customerfocus.database.RecordMapper;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code customer_case_offer}, one row an offer. The caller has locked the case. */
@Repository
class CaseOffers {

  private static final String SELECT =
      """
      select o.id, o.case_id, o.from_id, f.name as from_name, o.to_id, t.name as to_name, o.reason,
             o.note, o.state, o.offered_at, o.due_at, o.answered_at, o.answered_by, o.answer
        from customer_case_offer o
        left join person f on f.id = o.from_id
        left join person t on t.id = o.to_id
      """;

  private static final RecordMapper<CaseOffer> OFFER = RecordMapper.of(CaseOffer.class);

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate keyed;

  CaseOffers(JdbcClient jdbc, NamedParameterJdbcTemplate keyed) {
    this.jdbc = jdbc;
    this.keyed = keyed;
  }

  /** An offer before it is on record; see {@link CaseOffer}. */
  record New(
      long caseId,
      String fromId,
      String toId,
      OfferReason reason,
      String note,
      Instant now,
      Instant dueAt) {}

  /**
   * Adds one.
   *
   * @return its number
   * @throws org.springframework.dao.DuplicateKeyException when the case has an open one
   */
  long add(New offer) {
    var id = new GeneratedKeyHolder();
    keyed.update(
        """
        insert into customer_case_offer (case_id, open_case_id, from_id, to_id, reason, note, state,
                                         offered_at, due_at)
        values (:case, :case, :from, :to, :reason, :note, 'OPEN', :now, :due)
        """,
        new MapSqlParameterSource("case", offer.caseId())
            .addValue("from", offer.fromId())
            .addValue("to", offer.toId())
            .addValue("reason", offer.reason().name())
            .addValue("note", offer.note())
            .addValue("now", at(offer.now()))
            .addValue("due", at(offer.dueAt())),
        id,
        new String[] {"id"});
    return id.getKeyAs(Long.class);
  }

  Optional<CaseOffer> find(long id) {
    return jdbc.sql(SELECT + " where o.id = :id").param("id", id).query(OFFER).optional();
  }

  /** The open offers of these cases. */
  List<CaseOffer> open(Collection<Long> cases) {
    return jdbc.sql(SELECT + " where o.open_case_id in (:cases) order by o.id")
        .param("cases", cases)
        .query(OFFER)
        .list();
  }

  /** All offers of a case, in order. */
  List<CaseOffer> ofCase(long caseId) {
    return jdbc.sql(SELECT + " where o.case_id = :case order by o.id")
        .param("case", caseId)
        .query(OFFER)
        .list();
  }

  /** All offers of the cases of a customer, in order. */
  List<CaseOffer> ofCustomer(long customerId) {
    return jdbc.sql(
            SELECT
                + " where o.case_id in (select id from customer_case where customer_id = :customer)"
                + " order by o.id")
        .param("customer", customerId)
        .query(OFFER)
        .list();
  }

  /**
   * Ends these where they are open.
   *
   * @param by login; null for the program
   * @param answer what the colleague wrote, or null
   */
  void end(Collection<Long> ids, OfferState state, Instant now, String by, String answer) {
    jdbc.sql(
            """
            update customer_case_offer
               set open_case_id = null, state = :state, answered_at = :now, answered_by = :by,
                   answer = :answer
             where id in (:ids) and state = 'OPEN'
            """)
        .param("ids", ids)
        .param("state", state.name())
        .param("now", at(now))
        .param("by", by, Types.VARCHAR)
        .param("answer", answer, Types.VARCHAR)
        .update();
  }

  /** What people wrote in these is no longer on record. */
  void removeWords(Collection<Long> ids) {
    jdbc.sql("update customer_case_offer set note = '…', answer = null where id in (:ids)")
        .param("ids", ids)
        .update();
  }
}
