package com.customerfocus.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.core.io.InputStreamSource;

/**
 * How a file's bytes are text: UTF-8 or UTF-16 with or without a byte order mark, or Windows-1252.
 * The latter only where each byte is a letter of western or southern Europe at a place where it
 * makes sense: other old encodings would be read as wrong names without an error.
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

  /** Of Windows-1252, from Spanish, Catalan, Portuguese, French, Italian, German. */
  private static final String LETTERS = "áéíóúàèìòùâêîôûäëïöüãõñçÁÉÍÓÚÀÈÌÒÙÂÊÎÔÛÄËÏÖÜÃÕÑÇß’·´";

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
      var scan = new Scan();
      if (scan.isUtf8(bytes)) {
        return new TextEncoding(StandardCharsets.UTF_8, markLength, null, null);
      }
      return markLength == 0 && scan.isWindows1252
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

  /** One look at all bytes. */
  private static class Scan {

    private final boolean[] letters = new boolean[256];
    private boolean isWindows1252;
    private int before;

    Scan() {
      for (var b : LETTERS.getBytes(WINDOWS_1252)) {
        letters[b & 0xFF] = true;
      }
    }

    /** When not, says whether it may be Windows-1252 instead. */
    boolean isUtf8(InputStream bytes) throws IOException {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      var in = ByteBuffer.allocate(64 * 1024);
      var out = CharBuffer.allocate(64 * 1024);
      var isAscii = true;
      while (true) {
        var read = bytes.read(in.array(), in.position(), in.remaining());
        in.limit(in.position() + Math.max(0, read)).position(0);
        var result = decoder.decode(in, out.clear(), read == -1);
        isAscii = isAscii && isAscii(in);
        if (result.isError()) {
          // Where other letters were UTF-8 up to here, it is UTF-8 with damage.
          isWindows1252 = isAscii && isWindows1252(in, bytes);
          return false;
        }
        if (read == -1) {
          return true;
        }
        before = in.position() == 0 ? before : in.get(in.position() - 1) & 0xFF;
        in.compact();
      }
    }

    private static boolean isAscii(ByteBuffer read) {
      for (var i = 0; i < read.position(); i++) {
        if (read.get(i) < 0) {
          return false;
        }
      }
      return true;
    }

    private boolean isWindows1252(ByteBuffer current, InputStream rest) throws IOException {
      if (current.position() > 0) {
        before = current.get(current.position() - 1) & 0xFF;
      }
      while (current.hasRemaining()) {
        if (!isPossible(current.get() & 0xFF)) {
          return false;
        }
      }
      for (var b = rest.read(); b != -1; b = rest.read()) {
        if (!isPossible(b)) {
          return false;
        }
      }
      return true;
    }

    private boolean isPossible(int b) {
      var last = before;
      before = b;
      if (b < 0x80) {
        return b != 0;
      }
      return letters[b]
          || b == 0xBA && (last >= '0' && last <= '9' || last == 'N' || last == 'n' || last == '.')
          || b == 0xAA && last >= '0' && last <= '9'
          || b == 0x96 && last == ' ';
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
