package com.customerfocus.notice;

import java.util.Collection;
import java.util.Map;

/**
 * Puts the notices of one kind into words; each capability brings those of its own kinds. {@link
 * MailRenderer} is the one with the common frame.
 */
public interface NoticeRenderer {

  /** The kind of notice it writes. */
  String kind();

  /**
   * To whom these notices go at this moment, asked before they are written and sent, with a number
   * of queries that does not depend on how many they are. In this form: as they were recorded.
   */
  default Addressees addressees(Collection<Notice> notices) {
    return Addressees.asRecorded(notices);
  }

  /**
   * The mails of these notices by notice id, with a number of queries that does not depend on how
   * many they are. A notice that no longer applies (what it tells of was withdrawn) is left out and
   * will not be sent.
   */
  Map<Long, MailContent> write(Collection<Notice> notices);
}
