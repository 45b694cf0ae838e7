package com.customerfocus.testing;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports of this machine. They lie below those that the system gives to connections and to servers
 * that take any port, and each is given out once, so that a port is still free when the server that
 * asked for it listens at last.
 */
public final class Ports {

  private static final int FIRST = 20_000;
  private static final int COUNT = 12_000;

  /** Java processes that test at the same time begin at places of their own. */
  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * 997 % COUNT));

  private Ports() {}

  /** One that no server listens at. */
  public static int free() {
    for (var tries = 0; tries < COUNT; tries++) {
      var port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("All ports are in use");
  }

  private static boolean isFree(int port) {
    try (var all = new ServerSocket()) {
      all.bind(new InetSocketAddress(port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
