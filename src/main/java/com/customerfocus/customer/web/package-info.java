/** Customers over HTTP. */
package com.customerfocus.customer.web;
