/** What managers promise to improve when they brief their teams. */
package com.customerfocus.cascade.commitment;
