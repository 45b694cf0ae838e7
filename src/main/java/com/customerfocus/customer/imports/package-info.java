/** Customers from files and from other systems: checked, compared, reviewed and written at once. */
package com.customerfocus.customer.imports;
