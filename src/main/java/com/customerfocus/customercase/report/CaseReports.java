package com.customerfocus.customercase.report;

import com.customerfocus.customercase.CaseView;
import com.customerfocus.customercase.introduction.IntroductionView;
import com.customerfocus.customercase.news.News;
import com.customerfocus.customercase.remark.CasePart;
import com.customerfocus.customercase.report.CaseFilter.Sort;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is on record about cases, for people who may read it. */
@Service
@Transactional(readOnly = true)
public class CaseReports {

  private final CaseEntries entries;
  private final CaseView view;
  private final News news;
  private final IntroductionView introductions;
  private final List<CasePart> parts;
  private final Clock clock;

  CaseReports(
      CaseEntries entries,
      CaseView view,
      News news,
      IntroductionView introductions,
      List<CasePart> parts,
      Clock clock) {
    this.entries = entries;
    this.view = view;
    this.news = news;
    this.introductions = introductions;
    this.parts = List.copyOf(parts);
    this.clock = clock;
  }

  /** One page of the cases that the filter lets through and the reader may see. */
  public List<CaseEntry> list(
      CaseFilter filter, CaseReader reader, Sort sort, boolean descending, int offset, int limit) {
    return entries.list(
        filter, clock.instant(), reader, new CaseEntries.Page(sort, descending, offset, limit));
  }

  /** Empty when there is none, or the reader may not see it. */
  public Optional<CaseDetails> find(long id, CaseReader reader) {
    return entries.find(id, reader).map(this::details);
  }

  /**
   * A case that this person has opened: also when it went to another owner at once, or since.
   *
   * @param login of the person
   */
  public Optional<CaseDetails> findOpenedBy(long id, String login) {
    return entries.findOpenedBy(id, login).map(this::details);
  }

  /** Whether there is such a case and the reader may see it. */
  public boolean maySee(long id, CaseReader reader) {
    return entries.find(id, reader).isPresent();
  }

  private CaseDetails details(CaseEntry entry) {
    var about = view.find(entry.id()).orElseThrow();
    return new CaseDetails(
        entry,
        about.need(),
        about.findOutDueAt(),
        view.events(entry.id()),
        view.contacts(entry.id()),
        introductions.ofCase(entry.id()),
        view.takenIn(entry.id()).stream()
            .map(it -> new CaseDetails.TakenIn(it.id(), it.openedAt(), it.need()))
            .toList(),
        partsOf(entry.id()),
        news.late(entry.id()));
  }

  private Map<String, Object> partsOf(long id) {
    var found = new TreeMap<String, Object>();
    parts.forEach(it -> found.put(it.part(), it.ofCase(id)));
    return found;
  }
}
