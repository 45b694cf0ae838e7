/** Questions about a memo that go up the management line, and their answers. */
@ApplicationModule
package com.customerfocus.cascade.question;

import org.springframework.modulith.ApplicationModule;
