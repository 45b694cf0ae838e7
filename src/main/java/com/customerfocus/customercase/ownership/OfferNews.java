package com.customerfocus.customercase.ownership;

import com.customerfocus.notice.NoticeService;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells owners by mail what became of their offers, and new owners that cases are theirs. */
@Component
class OfferNews {

  private final NoticeService notices;

  OfferNews(NoticeService notices) {
    this.notices = notices;
  }

  /** The one who offered it reads what became of it. */
  void ended(long offerId) {
    notices.record(
        OfferEndedRenderer.KIND,
        """
        select id as subject_id, 0 as occasion, from_id as person_id
          from customer_case_offer where id = :offer
        """,
        Map.of("offer", offerId));
  }

  /** New owners, unless they took the cases themselves; the statement is one for all. */
  void moved(List<Long> cases) {
    notices.record(
        NewOwnerRenderer.KIND,
        """
        select max(e.id) as subject_id, 0 as occasion, c.owner_id as person_id
          from customer_case_event e join customer_case c on c.id = e.case_id
         where e.case_id in (:cases) and e.step = 'MOVE'
           and (e.recorded_by is null or e.recorded_by <> c.owner_id)
           and e.id = (select max(l.id) from customer_case_event l
                        where l.case_id = c.id and l.step = 'MOVE')
         group by c.id, c.owner_id
        """,
        Map.of("cases", cases));
  }
}
