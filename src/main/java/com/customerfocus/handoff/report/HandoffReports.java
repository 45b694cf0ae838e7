package com.customerfocus.handoff.report;

import com.customerfocus.attachment.AttachmentSubject;
import com.customerfocus.attachment.Attachments;
import com.customerfocus.deadline.level.ClockSubject;
import com.customerfocus.deadline.level.ServiceClocks;
import com.customerfocus.deadline.level.Turns;
import com.customerfocus.handoff.Handoff;
import com.customerfocus.handoff.HandoffClocks;
import com.customerfocus.handoff.HandoffView;
import com.customerfocus.handoff.rating.RatingView;
import com.customerfocus.handoff.report.HandoffDetails.ClockEntry;
import com.customerfocus.handoff.report.HandoffDetails.FileEntry;
import com.customerfocus.handoff.report.HandoffDetails.RatingEntry;
import com.customerfocus.handoff.report.HandoffFilter.Sort;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is on record about handoffs, for people who may read it. */
@Service
@Transactional(readOnly = true)
public class HandoffReports {

  private final HandoffEntries entries;
  private final HandoffView view;
  private final ServiceClocks clocks;
  private final Turns turns;
  private final Attachments attachments;
  private final RatingView ratings;
  private final Clock clock;

  HandoffReports(
      HandoffEntries entries,
      HandoffView view,
      ServiceClocks clocks,
      Turns turns,
      Attachments attachments,
      RatingView ratings,
      Clock clock) {
    this.entries = entries;
    this.view = view;
    this.clocks = clocks;
    this.turns = turns;
    this.attachments = attachments;
    this.ratings = ratings;
    this.clock = clock;
  }

  /** One page of the handoffs that the filter lets through and the reader may see. */
  public List<HandoffEntry> list(
      HandoffFilter filter,
      HandoffReader reader,
      Sort sort,
      boolean descending,
      int offset,
      int limit) {
    return entries.list(filter, reader, sort, descending, clock.instant(), offset, limit);
  }

  /** Empty when there is none, or the reader may not see it. */
  public Optional<HandoffDetails> find(long id, HandoffReader reader) {
    return entries.find(id, reader).map(entry -> details(entry, reader));
  }

  private HandoffDetails details(HandoffEntry entry, HandoffReader reader) {
    var id = entry.id();
    var handoff = view.handoff(id);
    var subject = new ClockSubject(HandoffClocks.KIND, id);
    return new HandoffDetails(
        entry,
        handoff.need(),
        handoff.tried(),
        handoff.told(),
        handoff.doneWhen(),
        view.events(id),
        clocks.clocks(subject).stream().map(ClockEntry::of).toList(),
        turns.list(subject),
        attachments.list(new AttachmentSubject(Handoff.KIND, id)).stream()
            .map(FileEntry::of)
            .toList(),
        entries.children(id),
        ratings.readable(id, reader.sideIn(handoff)).stream().map(RatingEntry::of).toList());
  }
}
