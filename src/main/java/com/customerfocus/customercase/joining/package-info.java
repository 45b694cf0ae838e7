/** Two cases of a customer become one. */
package com.customerfocus.customercase.joining;
