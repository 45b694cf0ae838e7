/** The engine's side of introductions: a task of {@code processes/stay-with-customer.bpmn}. */
package com.customerfocus.customercase.introduction.process;
