/** Decision tables: read strictly, checked, deployed and asked for their version. */
@NamedInterface("decision")
package com.customerfocus.engine.decision;

import org.springframework.modulith.NamedInterface;
