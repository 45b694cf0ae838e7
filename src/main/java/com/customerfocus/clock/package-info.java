/** The clock that all nodes share, and the check of this machine's own clock. */
package com.customerfocus.clock;
