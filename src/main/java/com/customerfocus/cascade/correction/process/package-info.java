/** The engine's side of corrections: {@code memo-correction} and {@code change-briefing}. */
package com.customerfocus.cascade.correction.process;
