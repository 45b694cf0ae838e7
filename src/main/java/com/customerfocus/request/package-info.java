/** Rules for every request, applied before other code reads it. */
package com.customerfocus.request;
