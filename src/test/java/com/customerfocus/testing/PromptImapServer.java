package com.customerfocus.testing;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;

/**
 * A mail server with IMAP that answers at once. The library's own sends an answer in several small
 * pieces and lets TCP hold back the second until the client has acknowledged the first, which takes
 * 40 ms for each question (Nagle's algorithm and delayed acknowledgement).
 */
public final class PromptImapServer extends GreenMail {

  /** Binds a free port of this machine when it is started. */
  public PromptImapServer() {
    super(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());
  }

  @Override
  protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
    return Map.of(ServerSetup.PROTOCOL_IMAP, new Prompt(setups[0], managers));
  }

  /** On which it listens; {@link #getImap} knows only the library's own server. */
  public int port() {
    return services.get(ServerSetup.PROTOCOL_IMAP).getPort();
  }

  private static final class Prompt extends AbstractServer {

    Prompt(ServerSetup setup, Managers managers) {
      super(setup, managers);
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
      try {
        client.setTcpNoDelay(true);
      } catch (SocketException e) {
        throw new IllegalStateException(e);
      }
      return new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), client);
    }
  }
}
