/** Overdue briefings go up the management line until a manager decides. */
@ApplicationModule
package com.customerfocus.cascade.escalation;

import org.springframework.modulith.ApplicationModule;
