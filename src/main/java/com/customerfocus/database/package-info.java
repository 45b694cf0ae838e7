/** The database as a machine: availability, failures, permissions of its file. */
package com.customerfocus.database;
