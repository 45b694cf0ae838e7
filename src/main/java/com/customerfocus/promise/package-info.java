/**
 * The promise ledger: people promise something to a person or department by a date, and keep,
 * renegotiate, withdraw or break it.
 */
package com.customerfocus.promise;
