package com.customerfocus.engine.task;

import java.util.Collection;
import java.util.Map;

/** Knows who acts for people who are away or have left. */
public interface SubstituteResolver {

  /**
   * Who acts now for each of these people who is not there, by the id of the person in charge. Who
   * is there is missing in the answer. Asked once for every task, so one query should do for people
   * who are there.
   */
  Map<String, StandIn> actingFor(Collection<String> people);

  /**
   * @param id of who acts; null when nobody does, so that what has to be done stays where it is
   * @param personInCharge name of the one who is not there
   * @param why a sentence to who acts
   */
  record StandIn(String id, String personInCharge, String why) {}
}
