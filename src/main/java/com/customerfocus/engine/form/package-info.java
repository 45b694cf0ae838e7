/** Fields that forms declare, and the guard against other variables. */
@NamedInterface("form")
package com.customerfocus.engine.form;

import org.springframework.modulith.NamedInterface;
