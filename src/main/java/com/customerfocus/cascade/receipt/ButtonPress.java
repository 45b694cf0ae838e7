package com.customerfocus.cascade.receipt;

import java.time.Instant;

/**
 * What is known of the request that the button of a personal page sends.
 *
 * @param userAgent the header {@code User-Agent}, or null
 * @param fetchSite the header {@code Sec-Fetch-Site}, or null
 * @param encrypted whether the reader's browser reaches the page over HTTPS
 * @param pageShownAt when the page with the button was made, as the request says, or null
 */
public record ButtonPress(
    String userAgent, String fetchSite, boolean encrypted, Instant pageShownAt) {}
