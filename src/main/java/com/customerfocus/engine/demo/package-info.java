/** How the demo's data come about: people fill in forms at moments of the past. */
@NamedInterface("demo")
package com.customerfocus.engine.demo;

import org.springframework.modulith.NamedInterface;
