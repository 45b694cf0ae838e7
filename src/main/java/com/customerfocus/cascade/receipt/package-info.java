/** Receipts: which person got which version of a memo and acknowledged it. */
package com.customerfocus.cascade.receipt;
