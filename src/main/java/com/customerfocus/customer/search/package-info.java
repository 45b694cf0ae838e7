/** Finds customers by what people type, and counts them. */
package com.customerfocus.customer.search;
