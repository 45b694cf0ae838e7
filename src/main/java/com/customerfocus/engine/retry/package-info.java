/** Repeats commands and transactions that lost a conflict with another transaction. */
@NamedInterface("retry")
package com.customerfocus.engine.retry;

import org.springframework.modulith.NamedInterface;
