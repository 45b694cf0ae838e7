/** Process variables: typed names, references to what our tables hold, choices in forms. */
@NamedInterface("variable")
package com.customerfocus.engine.variable;

import org.springframework.modulith.NamedInterface;
