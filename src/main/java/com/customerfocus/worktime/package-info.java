/** Working time: what calendars count, each in its own time zone, without its holidays. */
package com.customerfocus.worktime;
