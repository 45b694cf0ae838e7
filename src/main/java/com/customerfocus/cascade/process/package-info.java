/** The engine's side of a cascade: {@code processes/memo-cascade.bpmn}. */
package com.customerfocus.cascade.process;
