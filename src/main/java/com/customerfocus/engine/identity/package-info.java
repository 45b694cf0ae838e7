/**
 * The engine's logins: how passwords are kept and checked, which are taken, and when sessions end.
 */
@NamedInterface("identity")
package com.customerfocus.engine.identity;

import org.springframework.modulith.NamedInterface;
