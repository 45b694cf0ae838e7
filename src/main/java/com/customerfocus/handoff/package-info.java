/** Departments hand work to each other, with promises that are kept or renegotiated in time. */
package com.customerfocus.handoff;
