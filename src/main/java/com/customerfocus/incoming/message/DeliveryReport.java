package com.customerfocus.incoming.message;

/**
 * What a mail server says about one mail of ours.
 *
 * @param failed whether it gave up; false for <em>delayed</em>, <em>delivered</em>,
 *     <em>relayed</em> and <em>expanded</em>, which are no bounce (RFC 3464, section 2.3.3)
 * @param status enhanced status code (RFC 3463), or null when it says none
 * @param words the server's own, or empty
 */
public record DeliveryReport(boolean failed, String status, String words) {}
