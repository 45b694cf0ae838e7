/**
 * What a mail says and what kind of mail it is: read from MIME into plain facts, without mailbox
 * and tables.
 */
@NamedInterface("message")
package com.customerfocus.incoming.message;

import org.springframework.modulith.NamedInterface;
