package com.customerfocus.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Limits the characters of one row of a file: a reader of rows holds a whole row in memory, and an
 * unclosed quotation mark makes the rest of the file one row.
 */
class LimitedReader extends FilterReader {

  private final int longestRow;
  private long readInRow;

  LimitedReader(Reader reader, int longestRow) {
    super(reader);
    this.longestRow = longestRow;
  }

  /** Marks the start of a row. */
  void beginRow() {
    readInRow = 0;
  }

  @Override
  public int read() throws IOException {
    var one = super.read();
    count(one == -1 ? 0 : 1);
    return one;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    var read = super.read(target, offset, length);
    count(read);
    return read;
  }

  private void count(int read) throws RowTooLong {
    readInRow += read;
    if (readInRow > longestRow) {
      throw new RowTooLong();
    }
  }

  /** The row exceeds the limit. */
  static class RowTooLong extends IOException {}
}
