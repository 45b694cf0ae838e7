/** Addresses of handoffs. */
package com.customerfocus.handoff.web;
