/** What browsers are told about pages that need no login. */
package com.customerfocus.link.web;
