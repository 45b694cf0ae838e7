/** Handoffs that other programs ask for. */
package com.customerfocus.handoff.entry;
