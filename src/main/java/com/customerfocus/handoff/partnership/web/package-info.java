/** The figures of partnerships over HTTP. */
package com.customerfocus.handoff.partnership.web;
