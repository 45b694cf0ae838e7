package com.customerfocus.password;

import com.customerfocus.access.Passwords.Login;
import com.customerfocus.link.LinkSigner;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Links to set a password. A link has the account and its expiry, and is signed together with the
 * fingerprint of the account's password: it is valid until a password is set, by this link or
 * otherwise, and no table of links is needed.
 *
 * <p>A token is the expiry in seconds of the epoch (8 bytes), the signature and the account's id,
 * in URL-safe Base64.
 */
@Component
class PasswordLinks {

  static final String PATH = "/password/";

  private static final char PURPOSE = 'p';
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{34,400}");

  private final LinkSigner signer;
  private final Clock clock;

  PasswordLinks(LinkSigner signer, Clock clock) {
    this.signer = signer;
    this.clock = clock;
  }

  /**
   * Content of a token, not yet verified.
   *
   * @param id of the account
   */
  record Claim(String id, Instant end, byte[] signature) {}

  /** The absolute address of the page that sets the password of this account. */
  String urlFor(Login login, Duration goodFor) {
    var end = clock.instant().plus(goodFor);
    var id = login.id().getBytes(StandardCharsets.UTF_8);
    var token =
        ByteBuffer.allocate(Long.BYTES + LinkSigner.SIGNATURE_BYTES + id.length)
            .putLong(end.getEpochSecond())
            .put(signer.sign(PURPOSE, content(login, end)))
            .put(id);
    return signer.address(
        PATH + Base64.getUrlEncoder().withoutPadding().encodeToString(token.array()));
  }

  /** Content of the token; empty when it is malformed or expired. */
  Optional<Claim> read(String token) {
    if (!TOKEN.matcher(token).matches()) {
      return Optional.empty();
    }
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
      var end = Instant.ofEpochSecond(bytes.getLong());
      var signature = new byte[LinkSigner.SIGNATURE_BYTES];
      bytes.get(signature);
      var id = StandardCharsets.UTF_8.decode(bytes).toString();
      return clock.instant().isBefore(end)
          ? Optional.of(new Claim(id, end, signature))
          : Optional.empty();
    } catch (RuntimeException e) {
      // Not Base64, or a date out of range.
      return Optional.empty();
    }
  }

  /** Whether the signature is valid for the account with its current password. */
  boolean isTrue(Claim claim, Login login) {
    return signer.isSignature(PURPOSE, content(login, claim.end()), claim.signature());
  }

  private static byte[] content(Login login, Instant end) {
    return "%d %s %s"
        .formatted(end.getEpochSecond(), login.fingerprint(), login.id())
        .getBytes(StandardCharsets.UTF_8);
  }
}
