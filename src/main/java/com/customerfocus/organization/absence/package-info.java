/** Absences, deputies and substitutes. */
@NamedInterface("absence")
package com.customerfocus.organization.absence;

import org.springframework.modulith.NamedInterface;
