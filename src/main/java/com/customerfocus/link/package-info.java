/** Signed links in mails, and the pages without login that they open. */
package com.customerfocus.link;
