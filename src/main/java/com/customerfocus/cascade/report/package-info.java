/** Figures of a cascade: how far it has come, and who has acknowledged. */
package com.customerfocus.cascade.report;
