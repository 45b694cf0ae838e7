/** Puts operations of the engine on record. */
@NamedInterface("audit")
package com.customerfocus.engine.audit;

import org.springframework.modulith.NamedInterface;
