package com.customerfocus.customercase.report;

import com.customerfocus.customercase.CaseEvent;
import com.customerfocus.customercase.introduction.Introduction;
import com.customerfocus.customercase.news.Contact;
import com.customerfocus.customercase.news.LateNews;
import java.time.Instant;
import java.util.List;

/**
 * A case with all that is on record.
 *
 * @param need the customer's own words when the case began
 * @param findOutDueAt until when the owner finds out what is not known, or null
 * @param history what happened without what was said, in order
 * @param contacts what was said, in order
 * @param introductions to contacts outside, in order
 * @param late which moments passed without news or an answer
 */
public record CaseDetails(
    CaseEntry entry,
    String need,
    Instant findOutDueAt,
    List<CaseEvent> history,
    List<Contact> contacts,
    List<Introduction> introductions,
    List<LateNews> late) {}
