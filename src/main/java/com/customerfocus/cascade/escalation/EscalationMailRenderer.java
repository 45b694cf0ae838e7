package com.customerfocus.cascade.escalation;

import com.customerfocus.notice.MailComposer;
import com.customerfocus.notice.MailRenderer;
import com.customerfocus.notice.Notice;
import com.customerfocus.text.Translated;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells of an escalation, its subject, as long as the briefing is still awaited. */
abstract class EscalationMailRenderer extends MailRenderer<EscalationMailRenderer.Escalated> {

  /**
   * What a mail is about.
   *
   * @param title of the memo
   * @param launcherId employee id of the launcher
   */
  record Escalated(Escalation escalation, Translated title, String launcherId) {}

  private final Escalations escalations;

  EscalationMailRenderer(String kind, MailComposer mails, Escalations escalations) {
    super(kind, mails);
    this.escalations = escalations;
  }

  @Override
  protected Function<Notice, Escalated> find(Collection<Notice> notices) {
    var ids = subjects(notices);
    var found = escalations.byIds(ids).stream().collect(Collectors.toMap(Escalation::id, e -> e));
    var escalated =
        escalations.memos(ids).stream()
            .filter(Escalations.Memo::awaited)
            .map(
                memo ->
                    new Escalated(
                        found.get(memo.id()),
                        new Translated(memo.title(), memo.titleEs()),
                        memo.launcherId()))
            .filter(this::isCurrent)
            .collect(Collectors.toMap(it -> it.escalation().id(), it -> it));
    return notice -> escalated.get(notice.subjectId());
  }

  /** Whether the mail is still current. */
  boolean isCurrent(Escalated escalated) {
    return true;
  }
}
