/** Figures of a cascade: how far it has come, and who has acknowledged. */
@ApplicationModule
package com.customerfocus.cascade.report;

import org.springframework.modulith.ApplicationModule;
