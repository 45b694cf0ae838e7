/** Team briefings: one manager passes the memo on to the direct reports. */
@ApplicationModule
package com.customerfocus.cascade.briefing;

import org.springframework.modulith.ApplicationModule;
