/** Clocks of service levels: how long a party has for something, and whether it was in time. */
@NamedInterface("level")
package com.customerfocus.deadline.level;

import org.springframework.modulith.NamedInterface;
