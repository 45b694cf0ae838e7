/** Who may know of a handoff and download its files. */
package com.customerfocus.handoff.reader;
