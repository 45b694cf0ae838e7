/** Team briefings: one manager passes the memo on to the direct reports. */
package com.customerfocus.cascade.briefing;
