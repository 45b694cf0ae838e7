package com.customerfocus.organization.imports;

import java.time.LocalDate;

/**
 * What an organization file says of somebody's absence.
 *
 * @param until the last day, included
 * @param deputyId employee id of who acts meanwhile, or null
 */
record AbsenceRow(LocalDate from, LocalDate until, String deputyId) {}
