package com.customerfocus.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Reads no further than so many characters into one row of a file: what reads row by row holds a
 * whole row in memory, and a quotation mark that is never closed makes the rest of the file one.
 */
class LimitedReader extends FilterReader {

  private final int longestRow;
  private long readInRow;

  LimitedReader(Reader reader, int longestRow) {
    super(reader);
    this.longestRow = longestRow;
  }

  /** A row begins where has been read to. */
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

  /** The row has more characters than can be meant. */
  static class RowTooLong extends IOException {}
}
