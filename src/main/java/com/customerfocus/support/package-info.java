/** Helpers for every room. */
package com.customerfocus.support;
