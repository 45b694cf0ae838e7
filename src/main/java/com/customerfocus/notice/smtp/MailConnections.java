package com.customerfocus.notice.smtp;

import com.customerfocus.notice.smtp.MailServer.Connection;
import com.customerfocus.notice.smtp.MailServer.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends mails over several connections at once. A mail waits for four answers of the server, one
 * after the other; with one connection nothing else happens meanwhile.
 *
 * <p>The first connection opens with a run, a further one for each {@value #MAILS_EACH} mails that
 * wait, up to the limit. All close, with QUIT, at the end of the run. A server that refuses a
 * further one gets what there is over those that are open, and is not asked for more until the
 * pause is over.
 *
 * <p>At most twice as many mails as connections are being sent, or were sent and are not yet {@link
 * Run#recorded recorded}: a node that is killed has no more of them, to be sent again by another.
 * So a connection sends one mail while the result of the one before is being recorded.
 */
public final class MailConnections {

  private static final Logger LOG = LoggerFactory.getLogger(MailConnections.class);

  private static final int MAILS_EACH = 10;

  private static final long UNTIL_NOTIFIED = 0;

  private final MailServer server;
  private final int most;
  private final int mostUnrecorded;
  private final Duration pause;
  private final Clock clock;

  private volatile Instant refusedAt;

  /**
   * @param most how many connections a run opens at most
   * @param pause how long after a refusal no further connection is opened
   */
  public MailConnections(MailServer server, int most, Duration pause, Clock clock) {
    this.server = server;
    this.most = most;
    this.mostUnrecorded = 2 * most;
    this.pause = pause;
    this.clock = clock;
  }

  /** One mail. */
  public interface Delivery {

    /** Mails to the same recipient are sent one after the other, in the order they were added. */
    String recipient();

    /**
     * Sends it. Called by the thread of the connection.
     *
     * @throws Unavailable when it was not tried: another connection gets it, if there is one
     */
    void over(Connection connection) throws Unavailable;
  }

  /**
   * Opens the first connection.
   *
   * @throws Unavailable when the server takes no mail from us
   */
  public Run open() throws Unavailable {
    return new Run(server.connect());
  }

  /** Whether the server refused a further connection within the pause. */
  private boolean isRefusing() {
    var at = refusedAt;
    // A clock that was set back must not make the pause longer.
    return at != null && !clock.instant().isBefore(at) && clock.instant().isBefore(at.plus(pause));
  }

  /** Mails that follow each other. It is over when the last connection is lost, or when closed. */
  public final class Run implements AutoCloseable {

    // Those to one recipient, the one being sent in front.
    private final Map<String, Deque<Delivery>> lines = new HashMap<>();
    private final Deque<Deque<Delivery>> ready = new ArrayDeque<>();
    private int waiting;
    private int unrecorded;
    private int opening;
    private int open;
    private boolean closed;
    private Exception lost;

    private Run(Connection first) {
      open = 1;
      start(first);
    }

    /** Adds a mail, to be sent as soon as a connection is free. */
    public synchronized void add(Delivery delivery) {
      waiting++;
      var line = lines.get(delivery.recipient());
      if (line == null) {
        line = new ArrayDeque<>();
        lines.put(delivery.recipient(), line);
        ready.add(line);
      }
      line.add(delivery);
      if (open > 0
          && opening + open < most
          && ready.size() > MAILS_EACH * (opening + open)
          && !isRefusing()) {
        opening++;
        start(null);
      }
      notifyAll();
    }

    /** How many mails no connection has taken yet. */
    public synchronized int waiting() {
      return waiting;
    }

    /** Waits for this, until the run is over, but no longer than that. */
    public synchronized void await(BooleanSupplier condition, Duration longest) {
      var end = System.nanoTime() + longest.toNanos();
      var left = longest.toMillis();
      while (lost == null && left > 0 && !condition.getAsBoolean()) {
        waitForChange(left);
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    }

    /** The results of this number of deliveries that are over are recorded. */
    public synchronized void recorded(int deliveries) {
      unrecorded -= deliveries;
      notifyAll();
    }

    /** Why the last connection was lost, if so. No mail is sent any more then. */
    public synchronized Optional<Exception> lost() {
      return Optional.ofNullable(lost);
    }

    private void start(Connection connection) {
      var thread = new Thread(() -> work(connection), "mail connection");
      thread.setDaemon(true);
      thread.start();
    }

    private void work(Connection given) {
      var isOpen = given != null;
      Exception why = null;
      try (var connection = isOpen ? given : server.connect()) {
        if (!isOpen) {
          isOpen = true;
          opened();
        }
        for (var line = next(); line != null; line = next()) {
          send(line, connection);
        }
      } catch (Unavailable e) {
        why = e;
      } catch (RuntimeException e) {
        LOG.error("A connection to the mail server ended", e);
        why = e;
      } finally {
        ended(isOpen, why);
      }
    }

    private void send(Deque<Delivery> line, Connection connection) throws Unavailable {
      var delivery = first(line);
      var isDone = false;
      try {
        delivery.over(connection);
        isDone = true;
      } finally {
        release(line, delivery.recipient(), isDone);
      }
    }

    private synchronized Deque<Delivery> next() {
      while ((ready.isEmpty() || unrecorded >= mostUnrecorded) && !closed) {
        waitForChange(UNTIL_NOTIFIED);
      }
      if (closed) {
        return null;
      }
      waiting--;
      unrecorded++;
      return ready.remove();
    }

    private synchronized Delivery first(Deque<Delivery> line) {
      return line.element();
    }

    private synchronized void release(Deque<Delivery> line, String recipient, boolean isDone) {
      if (isDone) {
        line.remove();
        if (line.isEmpty()) {
          lines.remove(recipient);
        } else {
          ready.addLast(line);
        }
      } else {
        waiting++;
        unrecorded--;
        ready.addFirst(line);
      }
      notifyAll();
    }

    private synchronized void opened() {
      opening--;
      open++;
    }

    private synchronized void ended(boolean wasOpen, Exception why) {
      if (wasOpen) {
        open--;
      } else {
        opening--;
      }
      if (!closed && open + opening == 0) {
        lost = why == null ? new IllegalStateException("The connection ended") : why;
      } else if (!closed && why != null) {
        refusedAt = clock.instant();
        LOG.info(
            "The mail server gives us {} connections, not {}: {}",
            open + opening,
            open + opening + 1,
            why.getMessage());
      }
      notifyAll();
    }

    private void waitForChange(long millis) {
      try {
        wait(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("Interrupted while mails were sent", e);
      }
    }

    /**
     * Ends the run: what waits is not sent. Waits for mails being sent and for the server's answer
     * to QUIT, but not for connections that it has not accepted yet: they close when it does.
     */
    @Override
    public synchronized void close() {
      closed = true;
      notifyAll();
      while (open > 0) {
        waitForChange(UNTIL_NOTIFIED);
      }
    }
  }
}
