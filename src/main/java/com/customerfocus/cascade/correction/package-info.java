/** Corrections of a memo on its way, and the briefings that a material one asks for. */
package com.customerfocus.cascade.correction;
