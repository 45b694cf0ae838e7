/** Passwords without a login: the link in a mail, and the page it opens. */
package com.customerfocus.password;
