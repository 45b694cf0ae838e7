/**
 * Customers' cases: one problem of a customer, with one owner, until the customer is comfortable.
 */
package com.customerfocus.customercase;
