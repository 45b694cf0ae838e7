package com.customerfocus.engine.task;

import java.util.Collection;
import java.util.Map;

/** Finds substitutes of people who are away or have left. */
public interface SubstituteResolver {

  /**
   * Substitutes of those of these people who are away now, by the id of the person in charge.
   * Called for every task, so one query should do for people who are present.
   */
  Map<String, ActingPerson> actingFor(Collection<String> people);

  /**
   * @param id employee id of the substitute; null when there is none, and the task stays
   * @param personInCharge name of the person who is away
   * @param why a sentence to the substitute
   */
  record ActingPerson(String id, String personInCharge, String why) {}
}
