package com.customerfocus.customercase.report;

import com.customerfocus.customercase.CaseEvent;
import com.customerfocus.customercase.introduction.Introduction;
import com.customerfocus.customercase.news.Contact;
import com.customerfocus.customercase.news.LateNews;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A case with all that is on record.
 *
 * @param need the customer's own words when the case began
 * @param findOutDueAt until when the owner finds out what is not known, or null
 * @param history what happened without what was said, in order
 * @param contacts what was said, in order
 * @param introductions to contacts outside, in order
 * @param takenIn the cases that this one has taken in, in order
 * @param parts what other rooms keep of it, by the name of the part: {@code goodwill}, {@code
 *     case-offers}, {@code case-escalations}, {@code follow-ups}, {@code deadlines}
 * @param late which moments passed without news or an answer
 */
public record CaseDetails(
    CaseEntry entry,
    String need,
    Instant findOutDueAt,
    List<CaseEvent> history,
    List<Contact> contacts,
    List<Introduction> introductions,
    List<TakenIn> takenIn,
    Map<String, Object> parts,
    List<LateNews> late) {

  /**
   * A case that another one has taken in.
   *
   * @param need the customer's own words when it began
   */
  public record TakenIn(long id, Instant openedAt, String need) {}
}
