/**
 * The engine's side of what every capability uses: deployment, variables, accounts. Together with
 * the {@code process} packages the only code that knows the engine.
 */
package com.customerfocus.engine;
