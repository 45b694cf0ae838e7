package com.customerfocus.organization;

import com.customerfocus.support.NameKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The id that a department gets from its name: two names that are not the same by {@link NameKey}
 * have two ids. Where the key has only letters from a to z, digits and blanks, the id is the key
 * with hyphens, such as {@code customer-care}; else what is readable of it is followed by a digest
 * of the key, such as {@code c-5c8b6d0a4e1f} for {@code C++}.
 */
public final class DepartmentId {

  /** The engine's groups have ids of at most 64 characters, {@code department-} among them. */
  static final int LONGEST = 53;

  private static final int BYTES_OF_DIGEST = 6;
  private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+( [a-z0-9]+)*");
  private static final Pattern UNREADABLE = Pattern.compile("[^a-z0-9]+");
  private static final Pattern OUTER_HYPHENS = Pattern.compile("^-|-$");

  private DepartmentId() {}

  /** The id; empty for a name without a letter or digit of any script. */
  public static String of(String name) {
    var key = NameKey.of(name);
    return key.length() <= LONGEST && PLAIN.matcher(key).matches()
        ? key.replace(' ', '-')
        : withDigest(key);
  }

  /** The id where another department has the first one. */
  static String other(String name) {
    return withDigest(NameKey.of(name));
  }

  private static String withDigest(String key) {
    if (key.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return "";
    }
    var digest = digest(key);
    var readable = readable(key, LONGEST - digest.length() - 1);
    return readable.isEmpty() ? digest : readable + "-" + digest;
  }

  private static String readable(String key, int longest) {
    var words = UNREADABLE.matcher(key).replaceAll("-");
    var start = OUTER_HYPHENS.matcher(words).replaceAll("");
    return OUTER_HYPHENS
        .matcher(start.substring(0, Math.min(longest, start.length())))
        .replaceAll("");
  }

  private static String digest(String key) {
    try {
      var bytes = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, BYTES_OF_DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
