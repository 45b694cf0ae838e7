package com.customerfocus.cascade.escalation;

import com.customerfocus.notice.MailContent;
import com.customerfocus.notice.Notice;
import com.customerfocus.notice.NoticeRenderer;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes what tells of an escalation, its subject, as long as the briefing is still awaited. */
abstract class EscalationMailRenderer implements NoticeRenderer {

  private final Escalations escalations;
  private final OrganizationService organization;

  EscalationMailRenderer(Escalations escalations, OrganizationService organization) {
    this.escalations = escalations;
    this.organization = organization;
  }

  @Override
  public Map<Long, MailContent> write(Collection<Notice> notices) {
    var ids = notices.stream().map(Notice::subjectId).toList();
    var found =
        escalations.byIds(ids).stream()
            .collect(Collectors.toMap(Escalation::id, Function.identity()));
    var memos =
        escalations.memos(ids).stream()
            .collect(Collectors.toMap(Escalations.Memo::id, Function.identity()));
    var readers =
        organization.people(notices.stream().map(Notice::personId).toList()).stream()
            .collect(Collectors.toMap(Person::id, Function.identity()));
    var written = new HashMap<Long, MailContent>();
    for (var notice : notices) {
      var memo = memos.get(notice.subjectId());
      if (memo != null && memo.awaited()) {
        letter(found.get(notice.subjectId()), memo, readers.get(notice.personId()))
            .ifPresent(letter -> written.put(notice.id(), letter));
      }
    }
    return written;
  }

  /** The letter, unless there is nothing to tell any more. */
  abstract Optional<MailContent> letter(
      Escalation escalation, Escalations.Memo memo, Person reader);

  /** The memo's title in the reader's language if it is written in it. */
  static String title(Escalations.Memo memo, Person reader) {
    return "es".equals(reader.language()) && memo.titleEs() != null ? memo.titleEs() : memo.title();
  }
}
