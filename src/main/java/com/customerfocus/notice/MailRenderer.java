package com.customerfocus.notice;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Puts the notices of one kind into mails with the common frame.
 *
 * @param <T> what one mail tells of
 */
public abstract class MailRenderer<T> implements NoticeRenderer {

  private final String kind;
  private final MailComposer mails;

  protected MailRenderer(String kind, MailComposer mails) {
    this.kind = kind;
    this.mails = mails;
  }

  /**
   * What these notices tell of, read with a number of queries that does not depend on how many they
   * are. The function returns null for a notice that no longer applies.
   */
  protected abstract Function<Notice, T> find(Collection<Notice> notices);

  /** Says it: subject, paragraphs, buttons, footer. The greeting is there already. */
  protected abstract void write(Mail mail, T what);

  @Override
  public final String kind() {
    return kind;
  }

  @Override
  public final Map<Long, MailContent> write(Collection<Notice> notices) {
    var written = new HashMap<Long, MailContent>();
    var found = find(notices);
    for (var notice : notices) {
      var what = found.apply(notice);
      if (what != null) {
        written.put(notice.id(), mails.compose(notice.recipient(), mail -> write(mail, what)));
      }
    }
    return written;
  }

  /** The ids of what these notices are about. */
  protected static List<Long> subjects(Collection<Notice> notices) {
    return notices.stream().map(Notice::subjectId).distinct().toList();
  }
}
