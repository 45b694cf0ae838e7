package com.customerfocus.incoming.message;

/**
 * What headers and parts of a mail say about the kind of its sender.
 *
 * @param emptyReturnPath whether the envelope had no sender: {@code Return-Path: <>}
 * @param mailerDaemon whether it is from a mail server's own address
 * @param namesFailedRecipients whether it has {@code X-Failed-Recipients}, which only mail servers
 *     write
 * @param autoSubmitted {@code Auto-Submitted} (RFC 3834) without parameters, or null
 * @param precedence {@code Precedence}, or null
 * @param list whether it has any {@code List-} header (RFC 2369, RFC 2919)
 * @param autoReply whether it has a header that only programs for automatic answers write
 * @param reportType {@code report-type} of a {@code multipart/report} (RFC 6522), empty without
 *     one, null when the mail as a whole is no report
 * @param deliveryStatus whether it has a part {@code message/delivery-status} (RFC 3464)
 * @param calendarMethod method of its calendar part (RFC 5546), or null
 */
record MailSigns(
    boolean emptyReturnPath,
    boolean mailerDaemon,
    boolean namesFailedRecipients,
    String autoSubmitted,
    String precedence,
    boolean list,
    boolean autoReply,
    String reportType,
    boolean deliveryStatus,
    String calendarMethod) {}
