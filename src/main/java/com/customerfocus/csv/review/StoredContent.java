package com.customerfocus.csv.review;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.function.IntFunction;
import org.springframework.core.io.InputStreamSource;

/**
 * A file in a table, of which one piece is in memory at a time: a file of 1,000,000 rows has more
 * than 100 MB, and drivers hold a value of a column as a whole, some of them twice.
 *
 * @param size bytes of the file
 * @param pieces reads the piece that begins at this byte, counted from 1
 */
record StoredContent(int size, IntFunction<byte[]> pieces) implements InputStreamSource {

  /** Bytes of one piece. */
  static final int PIECE = 4 * 1024 * 1024;

  @Override
  public InputStream getInputStream() {
    return new SequenceInputStream(
        new Enumeration<>() {
          private int next;

          @Override
          public boolean hasMoreElements() {
            return next < size;
          }

          @Override
          public InputStream nextElement() {
            var piece = pieces.apply(next + 1);
            next += PIECE;
            return new ByteArrayInputStream(piece);
          }
        });
  }
}
