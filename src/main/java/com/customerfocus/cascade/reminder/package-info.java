/** Reminders of what is due, and the follow-up of teams that do not acknowledge. */
package com.customerfocus.cascade.reminder;
