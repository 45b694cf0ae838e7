/** The import of an organization file as a process in Tasklist. */
package com.customerfocus.organization.process;
