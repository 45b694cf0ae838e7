package com.customerfocus.cascade;

/**
 * Something the dry run found.
 *
 * @param who the person, department or field it is about
 * @param why what is wrong and what to do
 * @param blocking whether the memo cannot be released before it is put right
 */
public record Finding(String who, String why, boolean blocking) {

  static Finding blocks(String who, String why) {
    return new Finding(who, why, true);
  }

  static Finding warns(String who, String why) {
    return new Finding(who, why, false);
  }
}
