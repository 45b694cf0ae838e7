package com.customerfocus.incoming;

import com.customerfocus.incoming.message.MailKind;
import com.customerfocus.incoming.message.ReplyText;
import com.customerfocus.notice.Notice;
import com.customerfocus.support.Texts;
import java.time.Instant;
import java.util.List;

/**
 * A mail that came in, as the room that takes it gets it.
 *
 * @param id under which it is on record
 * @param bulk whether it came through a list or as one of many: no program answers it
 * @param from the sender's address in lower case, or null when the mail names none
 * @param fromName the name beside the address, or null
 * @param subject on one line, may be empty
 * @param text all of its words, with what it quotes; see {@link #ownText()}
 * @param receivedAt when the mail server got it
 * @param language null: none is guessed
 * @param attachments their names; the files are in the mailbox
 * @param notice the notice that it answers, or null
 * @param matchedBy how the notice was found, or null
 * @param fromRecipient whether it came from the address that the notice went to; otherwise it is
 *     another person's word, not the recipient's
 */
public record IncomingMail(
    long id,
    MailKind kind,
    boolean bulk,
    String from,
    String fromName,
    String subject,
    String text,
    Instant receivedAt,
    String language,
    List<String> attachments,
    Notice notice,
    MatchedBy matchedBy,
    boolean fromRecipient) {

  /** How the notice that a mail answers was found; stored by its name. */
  public enum MatchedBy {
    /** By the signed token in an address that it was sent to. */
    TOKEN,
    /** By the Message-ID that it refers to, which a stranger could guess. */
    REFERENCE
  }

  /**
   * What the sender says: the own words, of a mail that has none all of its text, else its subject;
   * then the names of its files.
   */
  public String said() {
    var own = ownText();
    var text = Texts.isBlank(own) ? this.text : own;
    var words = Texts.isBlank(text) ? subject : text;
    return attachments.isEmpty() ? words : "%s\n\n%s".formatted(words, fileNames());
  }

  /** The names of its files in brackets; null when it has none. */
  public String fileNames() {
    return attachments.isEmpty() ? null : "[%s]".formatted(String.join(", ", attachments));
  }

  /** What the sender wrote, without what the mail quotes and without signature. */
  public String ownText() {
    return ReplyText.of(text);
  }
}
