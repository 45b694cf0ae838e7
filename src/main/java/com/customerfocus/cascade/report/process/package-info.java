/** What the engine's forms show of reports. */
package com.customerfocus.cascade.report.process;
