/** The process of an escalated case. */
package com.customerfocus.customercase.escalation.process;
