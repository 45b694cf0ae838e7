/** The database as a machine: that it can be reached and written to, and who may read its files. */
package com.customerfocus.database;
