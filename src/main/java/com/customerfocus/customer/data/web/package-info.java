/** The export and the removal of a customer's data over HTTP. */
package com.customerfocus.customer.data.web;
