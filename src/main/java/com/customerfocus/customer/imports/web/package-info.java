/** Customers over HTTP. */
package com.customerfocus.customer.imports.web;
