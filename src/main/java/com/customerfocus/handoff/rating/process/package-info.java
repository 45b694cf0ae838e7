/** The engine's side of ratings: {@code processes/rate-partnership.bpmn}. */
package com.customerfocus.handoff.rating.process;
