/** What is said between a customer and us about a case, and by when the customer hears from us. */
package com.customerfocus.customercase.news;
