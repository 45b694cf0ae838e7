package com.customerfocus.incoming;

/**
 * Takes mails that people wrote; a bean of the room that such mails concern. Readers are asked in
 * their order until one takes the mail. A mail that none takes waits for a person, and is offered
 * again once a day, as a later version of the program may have a reader for it.
 */
public interface IncomingMailReader {

  /**
   * Reads a mail in the transaction that records that it was taken: both happen or neither does. A
   * reader that fails is asked again later, five times; then the mail waits for a person.
   *
   * @return whether this reader has taken it
   */
  boolean read(IncomingMail mail);
}
