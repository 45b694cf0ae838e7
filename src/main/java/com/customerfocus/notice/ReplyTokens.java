package com.customerfocus.notice;

import com.customerfocus.link.LinkSigner;
import com.customerfocus.link.ProgramAddress;
import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.support.Texts;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Signed tokens in the addresses that a mail gives for replies and for delivery reports, such as
 * {@code reply+4711-0f…@focus.example} and {@code bounce+4711-0f…@focus.example}: an answer to
 * either says which notice it answers, and only this installation can make one.
 *
 * <p>A token is the notice's id, a hyphen, and the signature in hexadecimal digits. Upper and lower
 * case do not matter, because some mail servers change them.
 *
 * <p>Also the Message-ID of a notice's mail, by which an answer without token is matched. It is not
 * signed.
 */
@Component
public class ReplyTokens {

  static final String SETTING = "customer-focus.incoming.reply-address";

  private static final char PURPOSE = 'r';
  private static final String BOUNCE = "bounce";
  private static final HexFormat HEX = HexFormat.of();
  private static final Pattern TOKEN =
      Pattern.compile("([1-9]\\d{0,18})-([0-9a-f]{%d})".formatted(2 * LinkSigner.SIGNATURE_BYTES));

  // RFC 5321 allows 64; a plus, an id of ten digits, a hyphen and the signature take the rest.
  private static final int LONGEST_NAME = 20;

  private static final String MESSAGE_ID = "<notice-%s@%s>";

  private final LinkSigner signer;
  private final String program;
  private final Pattern messageIds;
  private final String name;
  private final String host;

  /**
   * @param replyAddress such as {@code reply@focus.example}; blank: mails carry no tokens
   * @throws InvalidSettingException when that is no such address
   */
  ReplyTokens(
      LinkSigner signer,
      ProgramAddress program,
      @Value("${customer-focus.incoming.reply-address:}") String replyAddress) {
    this.signer = signer;
    this.program = program.host();
    this.messageIds =
        Pattern.compile(
            MESSAGE_ID.formatted("(\\d{1,18})", Pattern.quote(this.program)),
            Pattern.CASE_INSENSITIVE);
    var address = Texts.strip(replyAddress);
    if (!address.isEmpty()) {
      check(address);
    }
    var at = address.lastIndexOf('@');
    this.name = at < 0 ? "" : address.substring(0, at);
    this.host = address.substring(at + 1);
  }

  /** The notice that a token was made for; empty when we did not make this token. */
  public Optional<Long> noticeOf(String token) {
    var parts = TOKEN.matcher(token.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      var id = Long.parseLong(parts.group(1));
      return signer.isSignature(PURPOSE, content(id), HEX.parseHex(parts.group(2)))
          ? Optional.of(id)
          : Optional.empty();
    } catch (NumberFormatException e) {
      // More digits than an id can have.
      return Optional.empty();
    }
  }

  /**
   * The notice whose token an address carries, such as the one that a mail was sent to; empty for
   * any other address.
   */
  public Optional<Long> noticeAt(String address) {
    var at = address.lastIndexOf('@');
    var plus = address.indexOf('+');
    return at < 0 || plus < 0 || plus > at
        ? Optional.empty()
        : noticeOf(address.substring(plus + 1, at));
  }

  /** Where replies to the mail of this notice go; empty without the setting. */
  public Optional<String> replyAddress(long noticeId) {
    return address(name, noticeId);
  }

  /** Where mail servers report on the mail of this notice; empty without the setting. */
  Optional<String> bounceAddress(long noticeId) {
    return address(BOUNCE, noticeId);
  }

  /** Of the mail of this notice, the same each time it is sent. */
  public String messageId(long noticeId) {
    return MESSAGE_ID.formatted(noticeId, program);
  }

  /** The notice whose mail has this Message-ID; empty for a mail that is not ours. */
  public Optional<Long> noticeWithMessageId(String messageId) {
    var parts = messageIds.matcher(messageId);
    return parts.matches() ? Optional.of(Long.parseLong(parts.group(1))) : Optional.empty();
  }

  private Optional<String> address(String localPart, long noticeId) {
    return host.isEmpty()
        ? Optional.empty()
        : Optional.of("%s+%s@%s".formatted(localPart, token(noticeId), host));
  }

  private String token(long noticeId) {
    return noticeId + "-" + HEX.formatHex(signer.sign(PURPOSE, content(noticeId)));
  }

  private static byte[] content(long noticeId) {
    return ByteBuffer.allocate(Long.BYTES).putLong(noticeId).array();
  }

  private static void check(String address) {
    try {
      new InternetAddress(address, true);
    } catch (AddressException e) {
      throw invalid(address, e);
    }
    if (!address.matches("[A-Za-z0-9._-]{1,%d}@[^@]+".formatted(LONGEST_NAME))) {
      throw invalid(address, null);
    }
  }

  private static InvalidSettingException invalid(String address, AddressException cause) {
    return new InvalidSettingException(
        "%s is \"%s\", to which no token can be added.".formatted(SETTING, address),
        "Set it to an address with at most %d letters and digits before the @, such as"
                .formatted(LONGEST_NAME)
            + " reply@focus.example, or unset it.",
        cause);
  }
}
