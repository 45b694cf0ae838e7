package com.customerfocus.testing;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What Java cannot send to another process by itself. */
final class Signals {

  private Signals() {}

  /**
   * @param signal such as {@code STOP}
   */
  static void send(String signal, long pid) {
    try {
      var command = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid));
      if (command.inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException("SIG%s cannot be sent to %d".formatted(signal, pid));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
