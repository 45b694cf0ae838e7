/** The personal page: the memo as one reader sees it. */
package com.customerfocus.cascade.page;
