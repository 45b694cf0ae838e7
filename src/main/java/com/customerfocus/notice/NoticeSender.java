package com.customerfocus.notice;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.customerfocus.notice.ClaimedNotice.Result;
import com.customerfocus.notice.MailServer.Unavailable;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends the notices that are due, in batches: takes a batch, has it put into words kind by kind,
 * sends it over one connection, writes down the results. Two short transactions, none while it
 * talks to the mail server; four JDBC executions and what the renderers need.
 *
 * <p>A mail goes out at least once: a node that dies between sending and writing down leaves the
 * batch to another one when its lease ends, and the second mail has the Message-ID of the first.
 *
 * <p>What a server says about one mail counts as a try of its notice, see {@link RetryDelays}. A
 * server that cannot be reached, or takes nothing from us, says nothing about any notice: they all
 * stay due with no try counted, and this node pauses as long as the settings say. So a server that
 * is down for a weekend costs no notice.
 */
@Component
public class NoticeSender {

  static final int BATCH = 100;

  private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);

  private final NoticeQueue notices;
  private final NoticeRenderers renderers;
  private final MimeMessages messages;
  private final MailServer server;
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
    if (!server.isConfigured()) {
      return 0;
    }
    var sent = 0;
    var isMoreLikely = true;
    while (isMoreLikely && !stopping && !isPausing()) {
      var now = clock.instant();
      var batch = notices.take(BATCH, renderers.kinds(), now, now.plus(settings.lease()));
      if (!batch.isEmpty()) {
        // Half the lease, so that the mail in work when the time is up ends well before the lease.
        var results = send(batch, now.plus(settings.lease().dividedBy(2)));
        notices.settle(results);
        sent += (int) results.stream().filter(r -> r.state() == NoticeState.SENT).count();
      }
      isMoreLikely = batch.size() == BATCH;
    }
    return sent;
  }

  /** Since when the mail server has not been available to this node, if so. */
  Optional<Outage> outage() {
    return Optional.ofNullable(outage);
  }

  /** Ends the work after the mail that is being sent; the rest of the batch stays due. */
  void stop() {
    stopping = true;
  }

  private List<Result> send(List<ClaimedNotice> batch, Instant until) {
    var results = new ArrayList<Result>();
    String whyNotNow = null;
    try (var connection = server.connect()) {
      var mails = write(batch, results);
      for (var due : mails.entrySet()) {
        if (stopping || clock.instant().isAfter(until)) {
          break;
        }
        results.add(send(due.getKey(), due.getValue(), connection));
      }
      serverIsAvailable();
    } catch (Unavailable e) {
      whyNotNow = "The mail server is not available: " + e.getMessage();
      pause(whyNotNow);
    }
    results.addAll(rest(batch, results, whyNotNow));
    return results;
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
    } catch (MessagingException e) {
      return due.tried(clock.instant(), MailServer.words(e));
    } catch (RuntimeException e) {
      // The results of those before it must be written down all the same, or they would be sent
      // again and again.
      LOG.error("Notice {} could not be made a mail", due.notice().id(), e);
      return due.tried(clock.instant(), "It could not be made a mail: " + e);
    }
  }

  /** The mails of those that can be sent; the results of the others are added. */
  private Map<ClaimedNotice, MailContent> write(List<ClaimedNotice> batch, List<Result> results) {
    var mails = new LinkedHashMap<ClaimedNotice, MailContent>();
    var byKind = batch.stream().collect(groupingBy(due -> due.notice().kind()));
    byKind.forEach((kind, sameKind) -> write(kind, sameKind, mails, results));
    return mails;
  }

  private void write(
      String kind,
      List<ClaimedNotice> sameKind,
      Map<ClaimedNotice, MailContent> mails,
      List<Result> results) {
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
          mails.put(due.to(present.get(id)), content);
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

  private void pause(String why) {
    var now = clock.instant();
    if (outage == null) {
      LOG.warn(
          "{}. Notices stay \"not sent\"; trying again every {} s",
          why,
          settings.pause().toSeconds());
    }
    outage = new Outage(outage().map(Outage::since).orElse(now), now, why);
  }

  private void serverIsAvailable() {
    if (outage != null) {
      LOG.info("The mail server is available again");
      outage = null;
    }
  }
}
