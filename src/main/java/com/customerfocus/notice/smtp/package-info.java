/** The way to the mail server: connections, and what its answers mean for a mail. */
package com.customerfocus.notice.smtp;
