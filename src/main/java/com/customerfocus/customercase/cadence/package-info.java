/** The table of cadences: its columns, and which values they may have. */
package com.customerfocus.customercase.cadence;
