/** What the engine's pages tell of handoffs. */
package com.customerfocus.handoff.report.process;
