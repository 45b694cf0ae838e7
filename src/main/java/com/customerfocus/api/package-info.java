/** Parameters and conventions that the HTTP APIs of the capabilities share. */
package com.customerfocus.api;
