/** The table of targets of handoffs: what it may say. */
package com.customerfocus.handoff.target;
