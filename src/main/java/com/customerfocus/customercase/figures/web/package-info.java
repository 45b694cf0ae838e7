/** HTTP API of the figures of cases. */
package com.customerfocus.customercase.figures.web;
