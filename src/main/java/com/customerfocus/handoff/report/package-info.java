/** What is on record about handoffs, and who reads it. */
package com.customerfocus.handoff.report;
