package com.customerfocus.organization;

/**
 * A row of table {@code person}.
 *
 * @param active false when the person has left
 * @param accountGroups groups of the person's account, parted by blanks, or null without account
 */
public record StoredPerson(Person person, boolean active, String accountGroups) {

  public String id() {
    return person.id();
  }
}
