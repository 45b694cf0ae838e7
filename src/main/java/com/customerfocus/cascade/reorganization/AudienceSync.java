package com.customerfocus.cascade.reorganization;

import com.customerfocus.cascade.Cascade;
import com.customerfocus.cascade.Cascades;
import com.customerfocus.cascade.briefing.BriefingSync;
import com.customerfocus.cascade.briefing.BriefingSync.Handover;
import com.customerfocus.cascade.receipt.ReceiptSync;
import com.customerfocus.organization.OrganizationChanged;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executor;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets every running cascade follow the organization, in the transaction of the import that changed
 * it. It compares who the memo is meant for now with the receipts there are, so that following the
 * same organization twice changes nothing; the number of statements does not depend on the number
 * of people.
 *
 * <table>
 * <caption>What follows</caption>
 * <tr><th>a person</th><td></td></tr>
 * <tr><td>comes into the audience</td><td>gets a receipt, pending, in the own team</td></tr>
 * <tr><td>comes back into it</td><td>their lapsed receipt is pending again</td></tr>
 * <tr><td>leaves, or leaves the audience</td><td>a pending receipt lapses; others stay on
 *     record; the personal link of a leaver no longer opens</td></tr>
 * <tr><td>moves to another team</td><td>a pending receipt moves along; another one stays with its
 *     team, unless the person has people to brief</td></tr>
 * <tr><th>a team</th><td></td></tr>
 * <tr><td>gets a new manager, and its own has no team left here</td><td>keeps its briefing, held or
 *     not: that, and the receipts, go to the one who now manages most of the team</td></tr>
 * <tr><td>has a manager without a briefing, and the briefing above was held</td><td>gets one</td>
 *     </tr>
 * <tr><td>is empty</td><td>its briefing, if not held, ends</td></tr>
 * <tr><td>has no pending receipt left</td><td>is done</td></tr>
 * <tr><td>was done and has a pending receipt again</td><td>is waiting again; the person gets the
 *     memo by notice</td></tr>
 * <tr><th>the launcher</th><td></td></tr>
 * <tr><td>leaves</td><td>the manager of most of the launcher's team takes their place; the
 *     audience does not grow by that manager's other people</td></tr>
 * </table>
 */
@Component
class AudienceSync {

  private final Cascades cascades;
  private final CurrentAudience audience;
  private final ReceiptSync receiptSync;
  private final BriefingSync briefingSync;
  private final AudienceSyncTasks tasks;
  private final AudienceSyncSummary summary;

  AudienceSync(
      Cascades cascades,
      CurrentAudience audience,
      ReceiptSync receiptSync,
      BriefingSync briefingSync,
      AudienceSyncTasks tasks,
      AudienceSyncSummary summary) {
    this.cascades = cascades;
    this.audience = audience;
    this.receiptSync = receiptSync;
    this.briefingSync = briefingSync;
    this.tasks = tasks;
    this.summary = summary;
  }

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void follow(OrganizationChanged change) {
    // What a process was told could not be taken back with the tables.
    Executor process = change.isDryRun() ? told -> {} : Runnable::run;
    for (var cascade : cascades.lockRunning()) {
      var consequence = follow(cascade, process);
      if (!consequence.isEmpty()) {
        change.means(
            "The memo \"%s\": %s.".formatted(cascade.title(), String.join(", ", consequence)));
      }
    }
  }

  /** Locks receipts before briefings, as an acknowledgement does. */
  private List<String> follow(Cascade cascade, Executor process) {
    var id = cascade.id();
    audience.find(cascade);
    var lapsed = receiptSync.lapseOutsiders(id);
    var handovers = handovers(id);
    receiptSync.handOver(
        id,
        handovers.stream()
            .map(it -> new ReceiptSync.TeamHandover(it.manager(), it.successor()))
            .toList());
    var movers = receiptSync.move(id);
    var joiners = receiptSync.reopen(id) + receiptSync.open(id);

    briefingSync.handOver(cascade, handovers);
    var ended = briefingSync.endWithoutTeam(id);
    var opened = briefingSync.open(cascade);
    briefingSync.raiseUnderNewManagers(id);
    briefingSync.waitAgain(id);
    var reached = briefingSync.teamsAcknowledged(id);
    audience.forget();

    process.execute(
        () -> {
          tasks.end(ended);
          tasks.handOver(handovers);
          tasks.open(opened);
          tasks.settle(reached);
        });
    tasks.tell(id, opened, handovers);
    return summary.of(joiners, lapsed, movers, handovers, opened);
  }

  /** Teams without a manager that go, as a whole, to a manager without a briefing. */
  private List<Handover> handovers(long cascadeId) {
    var handovers = new ArrayList<Handover>();
    var done = new HashSet<Object>();
    for (var candidate : briefingSync.handovers(cascadeId)) {
      // The manager of most of the team comes first; people of other managers move one by one.
      if (done.add(candidate.briefingId())
          && !candidate.successorBriefs()
          && done.add(candidate.successor())) {
        handovers.add(candidate);
      }
    }
    return handovers;
  }
}
