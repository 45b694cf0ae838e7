/** The engine's side of goodwill: {@code processes/goodwill.bpmn}. */
package com.customerfocus.customercase.goodwill.process;
