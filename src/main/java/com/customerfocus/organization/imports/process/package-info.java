/** The engine's side of imports: {@code processes/organization-import.bpmn}. */
package com.customerfocus.organization.imports.process;
