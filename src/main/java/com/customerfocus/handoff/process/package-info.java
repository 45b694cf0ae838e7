/** The engine's side of handoffs: {@code processes/partner-handoff.bpmn}. */
package com.customerfocus.handoff.process;
