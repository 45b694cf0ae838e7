/** The export and the removal of a customer's data on request. */
package com.customerfocus.customer.data;
