/** What the HTTP APIs of the capabilities have in common. */
package com.customerfocus.api;
