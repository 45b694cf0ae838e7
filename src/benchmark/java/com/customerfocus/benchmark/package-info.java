/** How fast and how far: measures, beside the usual way and beside the database alone. */
package com.customerfocus.benchmark;
