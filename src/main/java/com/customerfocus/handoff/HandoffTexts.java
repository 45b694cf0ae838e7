package com.customerfocus.handoff;

import com.customerfocus.attachment.Attachments;
import com.customerfocus.text.FormHtml;
import java.util.HashMap;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What forms in Tasklist show of a handoff, as HTML. */
@Service
@Transactional(readOnly = true)
public class HandoffTexts {

  private final Handoffs handoffs;
  private final HandoffClocks clocks;
  private final Attachments attachments;
  private final FormHtml html;

  HandoffTexts(Handoffs handoffs, HandoffClocks clocks, Attachments attachments, FormHtml html) {
    this.handoffs = handoffs;
    this.clocks = clocks;
    this.attachments = attachments;
    this.html = html;
  }

  /**
   * The need, what done looks like, files, dates and what happened so far, on the partner's clock.
   */
  public String handoffHtml(long id) {
    var handoff = handoffs.find(id).orElseThrow();
    var model = new HashMap<String, Object>();
    model.put("handoff", handoff);
    var history = handoffs.events(id);
    model.put("events", history);
    model.put("pingPong", HandoffEvent.isPingPong(history));
    model.put("files", attachments.list(handoff.files()));
    model.put("due", clocks.due(handoff));
    model.put("zone", clocks.calendar(handoff.partnerDepartment()).zone());
    return html.of("handoff", Locale.ENGLISH, model);
  }
}
