package com.customerfocus.handoff.breach;

/** Customer and need, as mails have them. */
final class Titles {

  private Titles() {}

  /**
   * @param customer name, or null
   */
  static String of(String customer, String need) {
    return customer == null ? need : customer + ", " + need;
  }
}
