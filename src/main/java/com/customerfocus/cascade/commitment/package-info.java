/** What managers promise to improve when they brief their teams. */
@ApplicationModule
package com.customerfocus.cascade.commitment;

import org.springframework.modulith.ApplicationModule;
