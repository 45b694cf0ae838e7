package com.customerfocus.customer;

import com.customerfocus.notice.Recipient;
import java.time.ZoneId;

/**
 * A customer as we reach them at this moment, and what decides whether we may.
 *
 * @param name may be blank
 * @param mail or null
 * @param language {@code en} or {@code es}: the one that the customer chose, else the one on file
 */
public record CustomerContact(
    long id, String name, String mail, String language, ZoneId zone, ContactState state) {

  Recipient recipient() {
    return new Recipient(Recipient.customer(id), name, mail, language, zone);
  }
}
