/** What time it is: the same on all nodes, and how far this machine's own clock is off. */
package com.customerfocus.clock;
