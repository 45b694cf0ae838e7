/** The cascades' API. */
package com.customerfocus.cascade.report.web;
