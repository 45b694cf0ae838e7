/** Calls that may come several times with the same key and are done once. */
package com.customerfocus.idempotency;
