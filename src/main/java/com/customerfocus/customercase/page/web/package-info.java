/** HTTP of the customers' page. */
package com.customerfocus.customercase.page.web;
