/** HTTP API of cases. */
package com.customerfocus.customercase.report.web;
