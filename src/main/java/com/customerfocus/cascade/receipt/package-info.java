/** Receipts: which person got which version of a memo and acknowledged it. */
@ApplicationModule
package com.customerfocus.cascade.receipt;

import org.springframework.modulith.ApplicationModule;
