package com.customerfocus.cascade.process;

import com.customerfocus.testing.Company;

/**
 * The smallest company with everything a memo can meet:
 *
 * <pre>
 * Boss, senior officer and in communications
 * ├ Ana, head of Sales
 * │ ├ Bea, reads Spanish
 * │ │ ├ Cid
 * │ │ └ Dan, reads Spanish
 * │ └ Eva
 * ├ Fred, head of Care
 * │ └ Gil
 * ├ Com, in communications
 * └ Solo, a senior officer without a team
 * </pre>
 */
public final class SmallCompany {

  private SmallCompany() {}

  public static Company people() {
    return new Company()
        .add("boss", "Boss", null, "Board", "en", "senior-officer communications")
        .add("ana", "Ana", "boss", "Sales", "en", "department-head")
        .add("bea", "Bea", "ana", "Sales", "es", "")
        .add("cid", "Cid", "bea", "Sales", "en", "")
        .add("dan", "Dan", "bea", "Sales", "es", "")
        .add("eva", "Eva", "ana", "Sales", "en", "")
        .add("fred", "Fred", "boss", "Care", "en", "department-head")
        .add("gil", "Gil", "fred", "Care", "en", "")
        .add("com", "Com", "boss", "Marketing", "en", "communications")
        .add("solo", "Solo", "boss", "Board", "en", "senior-officer");
  }
}
