/** What groups may do in the engine, and the first administrator. */
@NamedInterface("authorization")
package com.customerfocus.engine.authorization;

import org.springframework.modulith.NamedInterface;
