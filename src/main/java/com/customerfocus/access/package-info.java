/** Accounts, groups and the login of pages and API. */
package com.customerfocus.access;
