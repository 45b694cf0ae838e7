/** The promise ledger's API. */
package com.customerfocus.promise.web;
