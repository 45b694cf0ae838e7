/**
 * Work that every node looks for at intervals: one schedule, one way to fail, one set of figures.
 */
package com.customerfocus.sweep;
