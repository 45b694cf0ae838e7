/** Who may do what: accounts, groups and the login of pages and API. */
package com.customerfocus.access;
