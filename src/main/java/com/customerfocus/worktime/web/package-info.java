/** The calendars' API. */
package com.customerfocus.worktime.web;
