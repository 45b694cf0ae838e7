package com.customerfocus.notice;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.customerfocus.notice.ClaimedNotice.Result;
import com.customerfocus.notice.smtp.MailConnections;
import com.customerfocus.notice.smtp.MailServer;
import com.customerfocus.notice.smtp.MailServer.Unavailable;
import com.customerfocus.support.WithoutMessages;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends the notices that are due, in batches: takes a batch, has it put into words kind by kind,
 * sends it over the {@link MailConnections connections} of this node. Results are recorded while
 * further mails are being sent, a few together; while the last mails of a batch are being sent, the
 * next is taken and put into words, so that no connection waits. All transactions are short; none
 * is open while a mail is sent.
 *
 * <p>Mails to one recipient are sent in the order in which they were recorded; those that went
 * wrong before come last.
 *
 * <p>A mail goes out at least once: a node that dies between sending and recording leaves it to
 * another one when its lease ends, and the second mail has the Message-ID of the first. There are
 * no more of them than twice as many as connections. Results that the database does not take are
 * kept, and recorded before anything else is sent.
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

  // Results are recorded when there are half as many as connections, or after this time: one by one
  // they would cost the database several times as much.
  private static final Duration LONGEST_UNRECORDED = Duration.ofMillis(50);

  private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);

  private final NoticeQueue notices;
  private final NoticeRenderers renderers;
  private final MimeMessages messages;
  private final MailServer server;
  private final MailConnections connections;
  private final NoticeProperties settings;
  private final Clock clock;

  // What happened to mails, and the database has not taken yet.
  private final Queue<Result> kept = new ConcurrentLinkedQueue<>();

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
    if (!server.isConfigured() || stopping) {
      return 0;
    }
    recordKept();
    if (isPausing()) {
      return 0;
    }
    var work = new Work();
    var first = take(work);
    if (first.notices().isEmpty()) {
      return 0;
    }
    try (var run = connections.open()) {
      return send(first, work, run);
    } catch (Unavailable e) {
      return work.putBackRest(pause(e));
    } finally {
      // There are some only after a failure; the run has ended.
      keep(work.results());
    }
  }

  /** Since when the mail server has not been available to this node, if so. */
  Optional<Outage> outage() {
    return Optional.ofNullable(outage);
  }

  /** Ends the work after the mails that are being sent; all others stay due. */
  void stop() {
    stopping = true;
  }

  private Batch take(Work work) {
    var now = clock.instant();
    var taken = notices.take(BATCH, renderers.kinds(), work.ids(), now, now.plus(settings.lease()));
    work.add(taken.notices());
    // Half the lease, so that the mails in work when the time is up end well before the lease.
    return new Batch(
        taken.notices(), taken.areMoreLikely(), now.plus(settings.lease().dividedBy(2)));
  }

  /** Sends this batch and all that are due after it. */
  private int send(Batch first, Work work, MailConnections.Run run) {
    var sent = 0;
    var last = first;
    handOver(first, work, run);
    while (!work.isDone()) {
      var isMoreLikely = last.areMoreLikely() && !stopping;
      run.await(
          () -> work.isWorthRecording() || isMoreLikely && run.waiting() < FEW, LONGEST_UNRECORDED);
      sent += work.record(run);
      if (run.lost().isPresent()) {
        return sent + work.record(run) + work.putBackRest(pause(run.lost().get()));
      }
      if (isMoreLikely && run.waiting() < FEW) {
        last = take(work);
        handOver(last, work, run);
      }
    }
    serverIsAvailable();
    return sent;
  }

  private void handOver(Batch batch, Work work, MailConnections.Run run) {
    var unsent = new ArrayList<Result>();
    var mails = write(batch.notices(), unsent);
    addUnwritten(batch.notices(), mails.keySet(), unsent);
    work.record(unsent);
    // In the order in which they were recorded, also those of other kinds.
    for (var due : batch.notices()) {
      var written = mails.get(due.notice().id());
      if (written != null) {
        run.add(new Outgoing(written.due(), written.content(), batch.until(), work));
      }
    }
  }

  /** Each notice of a batch gets its result, or the batch would never be done. */
  private void addUnwritten(
      List<ClaimedNotice> batch, Set<Long> written, Collection<Result> results) {
    var settled = new HashSet<>(written);
    results.forEach(result -> settled.add(result.id()));
    for (var due : batch) {
      if (!settled.contains(due.notice().id())) {
        LOG.error(
            "The renderer of kind {} says nothing of notice {}",
            due.notice().kind(),
            due.notice().id());
        results.add(due.tried(clock.instant(), "It was not written"));
      }
    }
  }

  private void recordKept() {
    var results = drain(kept);
    if (!results.isEmpty()) {
      record(results);
    }
  }

  private void record(List<Result> results) {
    try {
      notices.settle(results);
    } catch (RuntimeException e) {
      keep(results);
      throw e;
    }
  }

  /** Those that are to be tried again wait for the end of the lease: another node may have them. */
  private void keep(List<Result> results) {
    results.stream().filter(it -> it.state() != NoticeState.NOT_SENT).forEach(kept::add);
  }

  private static List<Result> drain(Queue<Result> queue) {
    var all = new ArrayList<Result>();
    for (var next = queue.poll(); next != null; next = queue.poll()) {
      all.add(next);
    }
    return all;
  }

  /**
   * Notices taken together.
   *
   * @param areMoreLikely whether to look for the next ones at once
   * @param until no mail is sent later
   */
  private record Batch(List<ClaimedNotice> notices, boolean areMoreLikely, Instant until) {}

  /** What this node has taken and not recorded. The connections only add results. */
  private final class Work {

    private final Map<Long, ClaimedNotice> open = new HashMap<>();
    private final BlockingQueue<Result> over = new LinkedBlockingQueue<>();
    private final Map<String, Long> putBack = new ConcurrentHashMap<>();

    void add(List<ClaimedNotice> taken) {
      taken.forEach(due -> open.put(due.notice().id(), due));
      // Another node has had the earlier one meanwhile: the queue gives no later one before.
      taken.forEach(
          due ->
              putBack.computeIfPresent(
                  due.notice().recipient().id(),
                  (recipient, earlier) -> open.containsKey(earlier) ? earlier : null));
    }

    Set<Long> ids() {
      return open.keySet();
    }

    boolean isDone() {
      return open.isEmpty();
    }

    /**
     * Whether a mail is put back: because it is too late for it, or because an earlier one to the
     * same recipient was put back and has not come again. Mails to one recipient come one by one.
     */
    boolean mustWait(ClaimedNotice due, boolean isTooLate) {
      var recipient = due.notice().recipient().id();
      var id = due.notice().id();
      var earlier = putBack.get(recipient);
      if (earlier != null && earlier < id) {
        return true;
      }
      if (isTooLate) {
        putBack.put(recipient, id);
      } else {
        putBack.remove(recipient);
      }
      return isTooLate;
    }

    void over(Result result) {
      over.add(result);
    }

    boolean isWorthRecording() {
      return over.size() >= Math.min(open.size(), (settings.connections() + 1) / 2);
    }

    /**
     * Records the results there are.
     *
     * @return how many were sent
     */
    int record(MailConnections.Run run) {
      var results = results();
      if (results.stream().anyMatch(it -> it.state() == NoticeState.SENT)) {
        serverIsAvailable();
      }
      var sent = record(results);
      run.recorded(results.size());
      return sent;
    }

    int record(List<Result> results) {
      if (results.isEmpty()) {
        return 0;
      }
      NoticeSender.this.record(results);
      results.forEach(result -> open.remove(result.id()));
      return (int) results.stream().filter(it -> it.state() == NoticeState.SENT).count();
    }

    /** Leaves due what was not tried. */
    int putBackRest(String why) {
      return record(open.values().stream().map(due -> due.putBack(clock.instant(), why)).toList());
    }

    List<Result> results() {
      return drain(over);
    }
  }

  /** A mail on its way to a connection. */
  private final class Outgoing implements MailConnections.Delivery {

    private final ClaimedNotice due;
    private final MailContent content;
    private final Instant until;
    private final Work work;

    Outgoing(ClaimedNotice due, MailContent content, Instant until, Work work) {
      this.due = due;
      this.content = content;
      this.until = until;
      this.work = work;
    }

    @Override
    public String recipient() {
      return due.notice().recipient().id();
    }

    @Override
    public void over(MailServer.Connection connection) throws Unavailable {
      var isTooLate = stopping || clock.instant().isAfter(until);
      work.over(
          work.mustWait(due, isTooLate)
              ? due.putBack(clock.instant(), null)
              : send(due, content, connection));
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
      LOG.error("Notice {} could not be made a mail", due.notice().id(), WithoutMessages.of(e));
      return due.tried(clock.instant(), "It could not be made a mail: " + e);
    }
  }

  /** A mail, and its notice with the address of this moment. */
  private record Written(ClaimedNotice due, MailContent content) {}

  /**
   * The mails of those that can be sent, by the notice's id, since its address is another one where
   * it has changed; the results of the others are added, but of those the renderer does not name.
   */
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
        if (addressees.refused().containsKey(id) || present.containsKey(id) && content == null) {
          results.add(due.lapsed(clock.instant(), addressees.refused().get(id)));
        } else if (present.containsKey(id)) {
          mails.put(id, new Written(due.to(present.get(id)), content));
        }
      }
    } catch (RuntimeException e) {
      if (sameKind.size() > 1 && !(e instanceof DataAccessException)) {
        // One that cannot be put into words must not hold up those it happens to be together with.
        sameKind.forEach(due -> write(kind, List.of(due), mails, results));
        return;
      }
      LOG.error(
          "{} notices of kind {} could not be written",
          sameKind.size(),
          kind,
          WithoutMessages.of(e));
      for (var due : sameKind) {
        results.add(due.tried(clock.instant(), "Its text could not be written: " + e));
      }
    }
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
