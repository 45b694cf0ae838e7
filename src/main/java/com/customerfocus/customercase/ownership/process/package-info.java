/** The process of an offered case. */
package com.customerfocus.customercase.ownership.process;
