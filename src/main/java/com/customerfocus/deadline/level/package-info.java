/** Clocks of service levels: how long a party has for something, and whether it was in time. */
package com.customerfocus.deadline.level;
