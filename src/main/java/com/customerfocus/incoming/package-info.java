/**
 * Mails that come in: read from a mailbox, put on record once, recognized, matched to the mail of
 * ours that they answer, and handed to the room that they concern.
 */
package com.customerfocus.incoming;
