/** Deadlines that the law of a country sets for complaints and queries, beside our own cadence. */
package com.customerfocus.customercase.legal;
