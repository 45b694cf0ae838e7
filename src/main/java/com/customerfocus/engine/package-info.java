/**
 * The engine's side that all capabilities use: deployment, variables, accounts. Only this package
 * and the {@code process} packages know the engine.
 */
package com.customerfocus.engine;
