/** Response headers of pages without login. */
package com.customerfocus.link.web;
