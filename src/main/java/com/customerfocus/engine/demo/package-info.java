/** How the demo's data come about: people fill in forms at moments of the past. */
package com.customerfocus.engine.demo;
