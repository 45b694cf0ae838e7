/** Links in mails that are the reader's key: how they are signed, and the pages they open. */
package com.customerfocus.link;
