package com.customerfocus.cascade;

/**
 * Something the dry run found.
 *
 * @param who the person, department or field it is about
 * @param why what is wrong and what to do
 * @param blocking whether the memo cannot be released before it is put right
 */
public record ReachFinding(String who, String why, boolean blocking) {

  static ReachFinding blocks(String who, String why) {
    return new ReachFinding(who, why, true);
  }

  static ReachFinding of(MemoDraft.Problem problem) {
    return blocks(problem.field().inEnglish(), problem.why().inEnglish());
  }

  static ReachFinding warns(String who, String why) {
    return new ReachFinding(who, why, false);
  }
}
