/** Running cascades follow the organization when an import changes it. */
@ApplicationModule
package com.customerfocus.cascade.reorganization;

import org.springframework.modulith.ApplicationModule;
