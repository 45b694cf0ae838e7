/** Reminders of what is due, and the follow-up of teams that do not acknowledge. */
@ApplicationModule
package com.customerfocus.cascade.reminder;

import org.springframework.modulith.ApplicationModule;
