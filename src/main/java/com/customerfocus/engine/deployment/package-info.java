/** Deployment of models and forms, and which jobs a node executes. */
@NamedInterface("deployment")
package com.customerfocus.engine.deployment;

import org.springframework.modulith.NamedInterface;
