/** Who may know of a handoff that has ended. */
package com.customerfocus.handoff.reader;
