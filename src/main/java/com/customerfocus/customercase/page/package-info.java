/** The page on which customers see their case, and answer. */
package com.customerfocus.customercase.page;
