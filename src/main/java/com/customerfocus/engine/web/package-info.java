/** Pages about the engine's side of the program. */
package com.customerfocus.engine.web;
