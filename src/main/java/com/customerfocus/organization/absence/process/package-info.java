/** The engine's side of absences: {@code processes/person-absence.bpmn}. */
package com.customerfocus.organization.absence.process;
