/** What the engine's pages tell of cases. */
package com.customerfocus.customercase.report.process;
