package com.customerfocus.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.core.io.InputStreamSource;

/**
 * How a file's bytes are text: UTF-8 or UTF-16 with or without a byte order mark, or Windows-1252.
 * The latter only where each byte is a letter that it would not be in another old encoding, or at a
 * place where only this one makes sense: else names would be wrong without an error.
 *
 * @param charset null when it is none of these
 * @param markLength bytes of the byte order mark
 * @param problem what the file is instead; null when it can be read
 * @param line from which on it cannot be read, or null
 */
record TextEncoding(Charset charset, int markLength, String problem, Integer line) {

  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final int BEGINNING = 4 * 1024;
  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
  private static final byte[] UTF_16LE_MARK = {(byte) 0xFF, (byte) 0xFE};
  private static final byte[] UTF_16BE_MARK = {(byte) 0xFE, (byte) 0xFF};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] PDF = {'%', 'P', 'D', 'F'};

  private static final String NO_TEXT =
      "The file is not text but %s. Save or export it as CSV (in Excel: 'CSV UTF-8').";
  private static final String NOT_UTF_8 =
      "The file is not UTF-8 text from here on. Export or save it again as CSV with the encoding"
          + " UTF-8 (in Excel: 'CSV UTF-8').";

  /** Characters; a line of a table is shorter. */
  private static final int LONGEST_LINE = 100_000;

  /**
   * Letters and signs of Windows-1252 where no other old encoding has another letter that fits.
   * Those of the first line are the same in Windows-1250, of central Europe. The others stand only
   * where that encoding or the Baltic Windows-1257 would make a word that no language has: ń before
   * a vowel, ē before a vowel, ă before o, ő before es, ė after a vowel, ī after a or o. Not among
   * them are è, ê, ì, ï, ò, û and â: they may as well be č, ę, ě, ď, ň, ű and ā.
   */
  private static final String PLAUSIBLE =
      """
      [áéíóúäöüßÁÉÍÓÚÄÖÜôÔ]
      | [ñÑ](?=[aeiouyáéíóúäöüAEIOUYÁÉÍÓÚÄÖÜ])
      | [çÇ](?=[aeiouáéíóúãõäöüAEIOUÁÉÍÓÚÃÕÄÖÜ]) | (?<=en|EN)[çÇ]\\b
      | [ãÃ](?=(?:[oe]s?|[OE]S?)\\b)
      | [õÕ](?=(?:es|ES)\\b)
      | (?<=[aeiouAEIOU])[ëË]
      | (?<=[aoAO])[îÎ] | \\bÎ(?=le\\b)
      | (?<=\\b[dDlLoO]|ll|LL)[’´](?=[A-ZÁÉÍÓÚÄÖÜ])
      | (?<=l)·(?=l) | (?<=L)·(?=L)
      | (?<=[0-9]|[0-9]\\.|\\b[NnM]|\\b[NnM]\\.)[ºª](?!\\p{L})
      | (?<=\\x20)–(?=\\x20)
      | (?<!\\p{L})“(?=\\p{L}[^“”,;|\\t]{0,100}”) | (?<=“\\p{L}[^“”,;|\\t]{0,100})”(?!\\p{L})
      """;

  /**
   * A sign that is not plausible, and words of letters beyond ASCII only: those are of another
   * script.
   */
  private static final Pattern IMPLAUSIBLE =
      Pattern.compile(
          "(?! %s ) [\\P{ASCII}\\x00]".formatted(PLAUSIBLE)
              + "| [\\p{L}&&[\\P{ASCII}]]{3}"
              + "| (?<!\\p{L}) [\\p{L}&&[\\P{ASCII}]]{2} (?!\\p{L})",
          Pattern.COMMENTS | Pattern.UNICODE_CHARACTER_CLASS);

  /** Reads as much of the file as it takes; a file in UTF-8 is read to its end. */
  static TextEncoding of(InputStreamSource source) throws IOException {
    try (var bytes = new BufferedInputStream(source.getInputStream())) {
      bytes.mark(BEGINNING);
      var beginning = bytes.readNBytes(BEGINNING);
      bytes.reset();
      if (begins(beginning, ZIP) || begins(beginning, OLD_OFFICE)) {
        return none(NO_TEXT.formatted("a workbook or an archive"));
      }
      if (begins(beginning, PDF)) {
        return none(NO_TEXT.formatted("a PDF document"));
      }
      if (begins(beginning, UTF_16LE_MARK)) {
        return new TextEncoding(StandardCharsets.UTF_16LE, UTF_16LE_MARK.length, null, null);
      }
      if (begins(beginning, UTF_16BE_MARK)) {
        return new TextEncoding(StandardCharsets.UTF_16BE, UTF_16BE_MARK.length, null, null);
      }
      var utf16 = utf16ByZeros(beginning);
      if (utf16 != null) {
        return new TextEncoding(utf16, 0, null, null);
      }
      var markLength = begins(beginning, UTF_8_MARK) ? UTF_8_MARK.length : 0;
      if (isUtf8(bytes)) {
        return new TextEncoding(StandardCharsets.UTF_8, markLength, null, null);
      }
      // What is UTF-8 with damage is not plausible either: each of its letters is two signs.
      return markLength == 0 && isWindows1252(source)
          ? new TextEncoding(WINDOWS_1252, 0, null, null)
          : new TextEncoding(null, 0, NOT_UTF_8, firstLineThatIsNotUtf8(source));
    }
  }

  private static TextEncoding none(String problem) {
    return new TextEncoding(null, 0, problem, null);
  }

  boolean isGuessed() {
    return WINDOWS_1252.equals(charset);
  }

  /** The text, from behind the byte order mark. Wrong bytes fail, they do not turn into marks. */
  BufferedReader open(InputStreamSource source) throws IOException {
    var bytes = source.getInputStream();
    bytes.skipNBytes(markLength);
    return new BufferedReader(new InputStreamReader(bytes, charset.newDecoder()));
  }

  private static boolean begins(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length
        && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }

  /** The separators and line breaks of every table, and most letters here, are below 256. */
  private static Charset utf16ByZeros(byte[] bytes) {
    var zeros = new int[2];
    for (var i = 0; i < bytes.length; i++) {
      zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
    }
    var most = bytes.length / 2;
    if (most >= 4 && zeros[1] > most / 2 && zeros[0] <= most / 100) {
      return StandardCharsets.UTF_16LE;
    }
    return most >= 4 && zeros[0] > most / 2 && zeros[1] <= most / 100
        ? StandardCharsets.UTF_16BE
        : null;
  }

  private static boolean isUtf8(InputStream bytes) throws IOException {
    try (var text = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder())) {
      var some = new char[64 * 1024];
      while (text.read(some) != -1) {
        // Only whether it can be read counts.
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean isWindows1252(InputStreamSource source) throws IOException {
    try (var text =
        new BufferedReader(new InputStreamReader(source.getInputStream(), WINDOWS_1252))) {
      var line = new StringBuilder();
      for (var sign = text.read(); sign != -1; sign = text.read()) {
        if (sign == '\n' || sign == '\r') {
          if (IMPLAUSIBLE.matcher(line).find()) {
            return false;
          }
          line.setLength(0);
        } else if (line.length() == LONGEST_LINE) {
          return false;
        } else {
          line.append((char) sign);
        }
      }
      return !IMPLAUSIBLE.matcher(line).find();
    }
  }

  private static int firstLineThatIsNotUtf8(InputStreamSource source) throws IOException {
    try (var bytes = new BufferedInputStream(source.getInputStream())) {
      var line = new ByteArrayOutputStream();
      for (var number = 1; ; number++) {
        var b = bytes.read();
        while (b != -1 && b != '\n') {
          line.write(b);
          b = bytes.read();
        }
        if (b == -1 || !isUtf8(line.toByteArray())) {
          return number;
        }
        line.reset();
      }
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
