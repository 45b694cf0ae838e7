/** What every room may use and that belongs to none. */
package com.customerfocus.support;
