/** The engine's side of team briefings: {@code processes/team-briefing.bpmn}. */
package com.customerfocus.cascade.briefing.process;
