/** What forms declare, and that a person sends nothing else. */
@NamedInterface("form")
package com.customerfocus.engine.form;

import org.springframework.modulith.NamedInterface;
