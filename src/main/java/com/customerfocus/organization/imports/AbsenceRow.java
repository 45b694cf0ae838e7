package com.customerfocus.organization.imports;

import java.time.LocalDate;

/**
 * An absence in an organization file.
 *
 * @param until the last day, included
 * @param deputyId employee id of the deputy, or null
 */
record AbsenceRow(LocalDate from, LocalDate until, String deputyId) {}
