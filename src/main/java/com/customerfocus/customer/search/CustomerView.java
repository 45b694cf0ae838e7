package com.customerfocus.customer.search;

import com.customerfocus.customer.ContactChoice;
import java.time.Instant;

/**
 * A customer as the front line sees one.
 *
 * @param timeZone IANA name, or null for the program's own
 * @param owner employee id, or null
 * @param byPost whether mails go on paper instead
 * @param outOfReach whether no mail reaches the customer
 * @param outOfReachSince since when mails to the address on file come back for good; null while
 *     they do not, and without an address
 * @param changedAt when another system told something new
 */
public record CustomerView(
    String reference,
    String name,
    String mail,
    String phone,
    String postalAddress,
    String language,
    String tier,
    String timeZone,
    String owner,
    ContactChoice contact,
    boolean byPost,
    boolean outOfReach,
    Instant outOfReachSince,
    Instant changedAt) {}
