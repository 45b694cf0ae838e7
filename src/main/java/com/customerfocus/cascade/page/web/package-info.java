/** The personal page over HTTP. */
package com.customerfocus.cascade.page.web;
