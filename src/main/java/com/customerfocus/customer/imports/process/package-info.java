/** The engine's side of imports of customers: {@code processes/customer-import.bpmn}. */
package com.customerfocus.customer.imports.process;
