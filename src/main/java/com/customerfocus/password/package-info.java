/** How people get a password of their own: the link in a mail, and the page it opens. */
package com.customerfocus.password;
