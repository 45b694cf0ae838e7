package com.customerfocus.handoff.report;

import java.util.List;

/**
 * A person who reads about handoffs.
 *
 * @param id login; of an employee, the employee id
 * @param seesAll whether the person follows the whole company
 * @param departments ids of the departments to which the person belongs or whose head they are
 */
public record HandoffReader(String id, boolean seesAll, List<String> departments) {}
