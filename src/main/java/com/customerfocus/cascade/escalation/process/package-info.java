/** The engine's side of escalations: {@code processes/unblock-briefing.bpmn}. */
package com.customerfocus.cascade.escalation.process;
