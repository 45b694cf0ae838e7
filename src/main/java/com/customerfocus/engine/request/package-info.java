/** Which requests to Tasklist's and Cockpit's interface are accepted from whom. */
@NamedInterface("request")
package com.customerfocus.engine.request;

import org.springframework.modulith.NamedInterface;
