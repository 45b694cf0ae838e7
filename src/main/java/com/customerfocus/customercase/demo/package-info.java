/** The demo's cases. */
package com.customerfocus.customercase.demo;
