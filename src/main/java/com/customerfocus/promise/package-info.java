/**
 * The promise ledger: who promised what to whom by when, and what became of it. Whoever makes a
 * promise, in a briefing or anywhere else, it is kept, renegotiated in time, or broken.
 */
package com.customerfocus.promise;
