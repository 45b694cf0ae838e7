/** The process of a customer's case. */
package com.customerfocus.customercase.process;
