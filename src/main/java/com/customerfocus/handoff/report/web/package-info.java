/** Handoffs over HTTP: the start form in Tasklist, and the API. */
package com.customerfocus.handoff.report.web;
