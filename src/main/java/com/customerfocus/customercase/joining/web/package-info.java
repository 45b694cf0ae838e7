/** Joining cases over HTTP. */
package com.customerfocus.customercase.joining.web;
