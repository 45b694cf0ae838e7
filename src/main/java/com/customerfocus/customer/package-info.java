/** Customers: who they are, how they want to be reached, and what they have agreed to. */
package com.customerfocus.customer;
