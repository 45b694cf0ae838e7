/** What made the two heritage companies successful, as managers report it. */
@ApplicationModule
package com.customerfocus.cascade.culture;

import org.springframework.modulith.ApplicationModule;
