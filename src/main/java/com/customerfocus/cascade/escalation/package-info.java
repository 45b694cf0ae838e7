/** Overdue briefings go up the management line until a manager decides. */
package com.customerfocus.cascade.escalation;
