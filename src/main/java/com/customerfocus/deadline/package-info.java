/** Due dates, reminders and escalation deadlines in working time. */
package com.customerfocus.deadline;
