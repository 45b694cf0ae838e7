/** Corrections of a memo on its way, and the briefings that a material one asks for. */
@ApplicationModule
package com.customerfocus.cascade.correction;

import org.springframework.modulith.ApplicationModule;
