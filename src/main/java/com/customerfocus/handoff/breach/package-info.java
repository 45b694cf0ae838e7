/** What happens when a side of a handoff is late, or a handoff comes back again and again. */
package com.customerfocus.handoff.breach;
