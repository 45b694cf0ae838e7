/** The personal page: the memo as one reader sees it. */
@ApplicationModule
package com.customerfocus.cascade.page;

import org.springframework.modulith.ApplicationModule;
