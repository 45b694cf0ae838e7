/** Which requests to Tasklist's and Cockpit's interface are accepted from whom. */
package com.customerfocus.engine.request;
