package com.customerfocus.handoff.breach;

import com.customerfocus.handoff.HandoffClocks;
import com.customerfocus.notice.Mail;
import java.time.Instant;

/**
 * What a mail says of a clock that ran out; departments by name.
 *
 * @param since until when the holder had time by the target
 * @param promised the promised date, or null
 */
record LateSentence(
    String metric,
    String holder,
    String requester,
    String partner,
    Instant since,
    Instant promised) {

  void in(Mail mail) {
    var isPromisedFor =
        metric.equals(HandoffClocks.TIME_TO_DELIVER) && promised != null && !promised.equals(since);
    mail.paragraph(
        "handoff.breach." + metric + (isPromisedFor ? ".promised" : ""),
        holder,
        requester,
        partner,
        since,
        promised);
  }
}
