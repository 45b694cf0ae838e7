/** The engine's side of follow-ups: {@code processes/team-follow-up.bpmn}. */
package com.customerfocus.cascade.reminder.process;
