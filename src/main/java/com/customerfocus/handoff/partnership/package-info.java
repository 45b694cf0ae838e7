/** How the handoffs between two departments go: figures for each ordered pair. */
package com.customerfocus.handoff.partnership;
