/** Offers of cases over HTTP. */
package com.customerfocus.customercase.ownership.web;
