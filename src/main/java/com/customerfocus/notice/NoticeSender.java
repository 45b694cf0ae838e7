package com.customerfocus.notice;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.customerfocus.notice.ClaimedNotice.Result;
import com.customerfocus.notice.smtp.MailConnections;
import com.customerfocus.notice.smtp.MailServer;
import com.customerfocus.notice.smtp.MailServer.Unavailable;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends the notices that are due, in batches: takes a batch, has it put into words kind by kind,
 * sends it over the {@link MailConnections connections} of this node, records the results. While
 * the last mails of a batch are being sent, the next is taken and put into words, so that no
 * connection waits. Two short transactions for each batch, none while it talks to the mail server;
 * four JDBC executions and what the renderers need.
 *
 * <p>Mails to one recipient are sent in the order in which they were recorded; those that went
 * wrong before come last.
 *
 * <p>A mail goes out at least once: a node that dies between sending and recording leaves the batch
 * to another one when its lease ends, and the second mail has the Message-ID of the first.
 *
 * <p>What a server says about one mail counts as a try of its notice, see {@link RetryDelays}. A
 * server that cannot be reached, or takes nothing from us, says nothing about any notice: they all
 * stay due with no try counted, and this node pauses as long as the settings say. So a server that
 * is down for a weekend costs no notice.
 */
@Component
public class NoticeSender {

  static final int BATCH = 100;

  // They take about as long to be sent as the next batch to be put into words.
  private static final int FEW = BATCH / 2;

  private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);

  private final NoticeQueue notices;
  private final NoticeRenderers renderers;
  private final MimeMessages messages;
  private final MailServer server;
  private final MailConnections connections;
  private final NoticeProperties settings;
  private final Clock clock;

  private volatile Outage outage;
  private volatile boolean stopping;

  /** A time without mail server; {@code why} is in its own words. */
  record Outage(Instant since, Instant lastTry, String why) {}

  NoticeSender(
      NoticeQueue notices,
      NoticeRenderers renderers,
      MimeMessages messages,
      MailServer server,
      NoticeProperties settings,
      Clock clock) {
    this.notices = notices;
    this.renderers = renderers;
    this.messages = messages;
    this.server = server;
    this.connections = new MailConnections(server, settings.connections(), settings.pause(), clock);
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Sends all notices that are due now, batch after batch, unless no mail server is configured or
   * it was not available a moment ago, within the pause of the settings.
   *
   * @return how many were sent
   * @throws org.springframework.transaction.IllegalTransactionStateException inside a transaction
   */
  @Transactional(propagation = Propagation.NEVER)
  public int sendDue() {
    if (!server.isConfigured() || stopping || isPausing()) {
      return 0;
    }
    var first = take();
    if (first.notices().isEmpty()) {
      return 0;
    }
    try (var run = connections.open()) {
      return send(first, run);
    } catch (Unavailable e) {
      return settle(first, pause(e));
    }
  }

  /** Since when the mail server has not been available to this node, if so. */
  Optional<Outage> outage() {
    return Optional.ofNullable(outage);
  }

  /** Ends the work after the mail that is being sent; the rest of the batch stays due. */
  void stop() {
    stopping = true;
  }

  private Batch take() {
    var now = clock.instant();
    var taken = notices.take(BATCH, renderers.kinds(), now, now.plus(settings.lease()));
    // Half the lease, so that the mails in work when the time is up end well before the lease.
    return new Batch(taken, now.plus(settings.lease().dividedBy(2)));
  }

  /** Sends this batch and all that are due after it. */
  private int send(Batch first, MailConnections.Run run) {
    var sent = 0;
    var last = first;
    var underWay = new ArrayList<Batch>();
    handOver(first, run, underWay);
    while (!underWay.isEmpty()) {
      var isMoreLikely = last.isFull() && !stopping;
      run.await(
          () -> underWay.stream().anyMatch(Batch::isDone) || isMoreLikely && run.waiting() < FEW);
      sent += settle(underWay, run);
      if (isMoreLikely && run.waiting() < FEW && run.lost().isEmpty()) {
        last = take();
        handOver(last, run, underWay);
      }
    }
    return sent;
  }

  private void handOver(Batch batch, MailConnections.Run run, List<Batch> underWay) {
    if (batch.notices().isEmpty()) {
      return;
    }
    underWay.add(batch);
    var mails = write(batch.notices(), batch.results());
    batch.open().set(mails.size());
    // In the order in which they were recorded, also those of other kinds.
    for (var due : batch.notices()) {
      var written = mails.get(due.notice().id());
      if (written != null) {
        run.add(new Outgoing(batch, written.due(), written.content()));
      }
    }
  }

  /** Records the results of the batches that are done; of all, when the server is gone. */
  private int settle(List<Batch> underWay, MailConnections.Run run) {
    var lost = run.lost();
    var why = lost.map(this::pause).orElse(null);
    if (lost.isEmpty()) {
      serverIsAvailable();
    }
    var done = underWay.stream().filter(batch -> lost.isPresent() || batch.isDone()).toList();
    underWay.removeAll(done);
    return done.stream().mapToInt(batch -> settle(batch, why)).sum();
  }

  /**
   * Records the results of a batch; those that have none stay due.
   *
   * @param whyNotNow or null
   * @return how many were sent
   */
  private int settle(Batch batch, String whyNotNow) {
    var results = new ArrayList<>(batch.results());
    results.addAll(rest(batch.notices(), results, whyNotNow));
    notices.settle(results);
    return (int) results.stream().filter(r -> r.state() == NoticeState.SENT).count();
  }

  /**
   * Notices taken together.
   *
   * @param until no mail is sent later
   * @param open how many mails are still to be sent
   */
  private record Batch(
      List<ClaimedNotice> notices, Instant until, Queue<Result> results, AtomicInteger open) {

    Batch(List<ClaimedNotice> notices, Instant until) {
      this(notices, until, new ConcurrentLinkedQueue<>(), new AtomicInteger());
    }

    boolean isFull() {
      return notices.size() == BATCH;
    }

    boolean isDone() {
      return open.get() == 0;
    }
  }

  /** A mail on its way to a connection. */
  private final class Outgoing implements MailConnections.Delivery {

    private final Batch batch;
    private final ClaimedNotice due;
    private final MailContent content;

    Outgoing(Batch batch, ClaimedNotice due, MailContent content) {
      this.batch = batch;
      this.due = due;
      this.content = content;
    }

    @Override
    public String recipient() {
      return due.notice().recipient().id();
    }

    @Override
    public void over(MailServer.Connection connection) throws Unavailable {
      if (!stopping && !clock.instant().isAfter(batch.until())) {
        batch.results().add(send(due, content, connection));
      }
      batch.open().decrementAndGet();
    }
  }

  private Result send(ClaimedNotice due, MailContent content, MailServer.Connection connection)
      throws Unavailable {
    try {
      connection.send(messages.mail(due, content));
      return due.sent(clock.instant());
    } catch (AddressException e) {
      return due.impossible(
          clock.instant(),
          "\"%s\" is not a mail address: %s"
              .formatted(due.notice().recipient().address(), e.getMessage()));
    } catch (MailServer.Refused e) {
      return due.refused(
          clock.instant(), BounceRule.bounce(e.status(), e.getMessage()), e.isForGood());
    } catch (MessagingException | RuntimeException e) {
      // The results of those before it must be recorded all the same, or they would be sent again
      // and again.
      LOG.error("Notice {} could not be made a mail", due.notice().id(), e);
      return due.tried(clock.instant(), "It could not be made a mail: " + e);
    }
  }

  /** The mails of those that can be sent; the results of the others are added. */
  /** A mail, and its notice with the address of this moment. */
  private record Written(ClaimedNotice due, MailContent content) {}

  /** By the notice's id: its address is another one afterwards where it has changed. */
  private Map<Long, Written> write(List<ClaimedNotice> batch, Collection<Result> results) {
    var mails = new HashMap<Long, Written>();
    var byKind = batch.stream().collect(groupingBy(due -> due.notice().kind()));
    byKind.forEach((kind, sameKind) -> write(kind, sameKind, mails, results));
    return mails;
  }

  private void write(
      String kind,
      List<ClaimedNotice> sameKind,
      Map<Long, Written> mails,
      Collection<Result> results) {
    try {
      var addressees =
          renderers.addressees(kind, sameKind.stream().map(ClaimedNotice::notice).toList());
      var present = addressees.notices().stream().collect(toMap(Notice::id, notice -> notice));
      notices.readdress(sameKind, present);
      var written = renderers.write(kind, addressees.notices());
      for (var due : sameKind) {
        var id = due.notice().id();
        var content = written.get(id);
        if (content == null) {
          results.add(due.lapsed(clock.instant(), addressees.refused().get(id)));
        } else {
          mails.put(id, new Written(due.to(present.get(id)), content));
        }
      }
    } catch (RuntimeException e) {
      if (sameKind.size() > 1 && !(e instanceof DataAccessException)) {
        // One that cannot be put into words must not hold up those it happens to be together with.
        sameKind.forEach(due -> write(kind, List.of(due), mails, results));
        return;
      }
      LOG.error("{} notices of kind {} could not be written", sameKind.size(), kind, e);
      for (var due : sameKind) {
        results.add(due.tried(clock.instant(), "Its text could not be written: " + e));
      }
    }
  }

  private List<Result> rest(List<ClaimedNotice> batch, List<Result> results, String whyNotNow) {
    var settled = results.stream().map(Result::id).collect(toSet());
    return batch.stream()
        .filter(due -> !settled.contains(due.notice().id()))
        .map(due -> due.putBack(clock.instant(), whyNotNow))
        .toList();
  }

  private boolean isPausing() {
    var lastTry = outage().map(Outage::lastTry);
    // A clock that was set back must not make the pause longer.
    return lastTry.isPresent()
        && !clock.instant().isBefore(lastTry.get())
        && clock.instant().isBefore(lastTry.get().plus(settings.pause()));
  }

  /**
   * Leaves the server alone for a while.
   *
   * @return why, for the notices
   */
  private String pause(Exception lost) {
    var why = "The mail server is not available: " + lost.getMessage();
    var now = clock.instant();
    if (outage == null) {
      LOG.warn(
          "{}. Notices stay \"not sent\"; trying again every {} s",
          why,
          settings.pause().toSeconds());
    }
    outage = new Outage(outage().map(Outage::since).orElse(now), now, why);
    return why;
  }

  private void serverIsAvailable() {
    if (outage != null) {
      LOG.info("The mail server is available again");
      outage = null;
    }
  }
}
