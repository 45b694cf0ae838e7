/** The engine's side of follow-ups: {@code processes/case-follow-up.bpmn}. */
package com.customerfocus.customercase.followup.process;
