/** Lists and details of cases, and what is kept of a customer in them. */
package com.customerfocus.customercase.report;
