package com.customerfocus.incoming.message;

import com.customerfocus.support.Texts;
import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.eclipse.angus.mail.util.DecodingException;

/**
 * Words of a mail as its sender wrote them, also where the mail is wrong about their encoding: what
 * is no valid encoding is read as far as it goes.
 */
final class PartText {

  /** That are read of a part. */
  static final int MOST_BYTES = 1 << 20;

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** What mail programs call so is often UTF-8, else windows-1252, which has all of ISO 8859-1. */
  private static final Set<String> UNRELIABLE = Set.of("", "us-ascii", "ascii", "iso-8859-1");

  private PartText() {}

  /** The content of a part, decoded, up to the limit or to where its encoding is broken. */
  static byte[] bytes(Part part, int most) throws MessagingException, IOException {
    var bytes = new ByteArrayOutputStream();
    try (var content = content(part)) {
      var buffer = new byte[8192];
      var read = 0;
      while (read >= 0 && bytes.size() < most) {
        bytes.write(buffer, 0, read);
        read = content.read(buffer, 0, Math.min(buffer.length, most - bytes.size()));
      }
    } catch (DecodingException e) {
      // Base64 that is none: what came before is what there is.
      return bytes.toByteArray();
    }
    return bytes.toByteArray();
  }

  /** An encoding that there is not leaves what is there. */
  private static InputStream content(Part part) throws MessagingException, IOException {
    try {
      return part.getInputStream();
    } catch (IOException e) {
      if (e.getCause() instanceof FolderClosedException) {
        throw e;
      }
      if (part instanceof MimeBodyPart body) {
        return body.getRawInputStream();
      }
      if (part instanceof MimeMessage mail) {
        return mail.getRawInputStream();
      }
      throw e;
    }
  }

  static String decoded(byte[] bytes, String declared) {
    var name = declared == null ? "" : Texts.strip(declared).toLowerCase(Locale.ROOT);
    if (UNRELIABLE.contains(name)) {
      return guessed(bytes);
    }
    try {
      return new String(bytes, Charset.forName(MimeUtility.javaCharset(name)));
    } catch (IllegalArgumentException e) {
      return guessed(bytes);
    }
  }

  private static String guessed(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, WINDOWS);
    }
  }

  /** The words of a header, or null: encoded ones, and bytes that should have been encoded. */
  static String header(String raw) {
    if (raw == null) {
      return null;
    }
    var unfolded = Texts.strip(MimeUtility.unfold(raw));
    // Headers are read a byte a character.
    var bytes = unfolded.getBytes(StandardCharsets.ISO_8859_1);
    var repaired =
        unfolded.chars().allMatch(it -> it < 0x80 || it > 0xff) ? unfolded : guessed(bytes);
    try {
      return Texts.strip(clean(MimeUtility.decodeText(repaired)).replaceAll("\\s+", " "));
    } catch (IOException e) {
      return clean(repaired);
    }
  }

  /** Without characters that databases do not store or that only steer terminals. */
  static String clean(String text) {
    return text.replaceAll("\\R", "\n")
        .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "")
        .replaceAll(
            "[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]",
            "\ufffd");
  }
}
