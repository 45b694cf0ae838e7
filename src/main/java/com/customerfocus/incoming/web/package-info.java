/** The API of mails that came in. */
package com.customerfocus.incoming.web;
