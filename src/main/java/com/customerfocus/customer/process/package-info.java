/** What the engine keeps of customers. */
package com.customerfocus.customer.process;
