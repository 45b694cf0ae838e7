/** Goodwill over HTTP. */
package com.customerfocus.customercase.goodwill.web;
