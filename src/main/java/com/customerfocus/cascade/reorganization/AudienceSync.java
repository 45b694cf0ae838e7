package com.customerfocus.cascade.reorganization;

import com.customerfocus.cascade.Cascade;
import com.customerfocus.cascade.CascadeWorkflow;
import com.customerfocus.cascade.Cascades;
import com.customerfocus.cascade.briefing.BriefingDueRenderer;
import com.customerfocus.cascade.briefing.BriefingSync;
import com.customerfocus.cascade.briefing.BriefingSync.Handover;
import com.customerfocus.cascade.briefing.BriefingSync.Opening;
import com.customerfocus.cascade.briefing.Briefings;
import com.customerfocus.cascade.briefing.MemoArrivedRenderer;
import com.customerfocus.cascade.briefing.TeamBriefing;
import com.customerfocus.cascade.receipt.ReceiptSync;
import com.customerfocus.deadline.DueDates;
import com.customerfocus.notice.NoticeService;
import com.customerfocus.organization.OrganizationChanged;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * <tr><th>someone</th><td></td></tr>
 * <tr><td>comes into the audience</td><td>gets a receipt, pending, in the own team</td></tr>
 * <tr><td>comes back into it</td><td>their lapsed receipt is pending again</td></tr>
 * <tr><td>leaves, or leaves the audience</td><td>a pending receipt lapses; what was answered stays
 *     on record; who left can no longer open the personal link</td></tr>
 * <tr><td>moves to another team</td><td>answers there if still pending; an answer given stays with
 *     the team it was given in, unless they have people to brief themselves</td></tr>
 * <tr><th>a team</th><td></td></tr>
 * <tr><td>gets a new manager, and its own has no team left here</td><td>keeps its briefing, held or
 *     not: that, and the receipts, go to the one who now manages most of the team</td></tr>
 * <tr><td>has a manager without a briefing, and the briefing above was held</td><td>gets one</td>
 *     </tr>
 * <tr><td>has nobody left</td><td>its briefing, if not held, ends</td></tr>
 * <tr><td>has nobody pending left</td><td>has answered</td></tr>
 * <tr><td>had answered and has somebody pending again</td><td>is waited for again; they get the
 *     memo by notice</td></tr>
 * <tr><th>the launcher</th><td></td></tr>
 * <tr><td>leaves</td><td>whoever now manages most of the launcher's team stands in their place;
 *     the audience does not grow by that one's other people</td></tr>
 * </table>
 */
@Component
class AudienceSync {

  /** So many people a sentence names at most. */
  private static final int NAMED = 5;

  private final Cascades cascades;
  private final CurrentAudience audience;
  private final ReceiptSync receiptSync;
  private final BriefingSync briefingSync;
  private final Briefings briefings;
  private final CascadeWorkflow workflow;
  private final NoticeService notices;
  private final OrganizationService organization;
  private final DueDates dueDates;
  private final Clock clock;

  AudienceSync(
      Cascades cascades,
      CurrentAudience audience,
      ReceiptSync receiptSync,
      BriefingSync briefingSync,
      Briefings briefings,
      CascadeWorkflow workflow,
      NoticeService notices,
      OrganizationService organization,
      DueDates dueDates,
      Clock clock) {
    this.cascades = cascades;
    this.audience = audience;
    this.receiptSync = receiptSync;
    this.briefingSync = briefingSync;
    this.briefings = briefings;
    this.workflow = workflow;
    this.notices = notices;
    this.organization = organization;
    this.dueDates = dueDates;
    this.clock = clock;
  }

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void follow(OrganizationChanged organizationChanged) {
    // What a process was told could not be taken back with the tables.
    Executor process = organizationChanged.isDryRun() ? told -> {} : Runnable::run;
    for (var cascade : cascades.lockRunning()) {
      var consequence = follow(cascade, process);
      if (!consequence.isEmpty()) {
        organizationChanged.means(
            "The memo \"%s\": %s.".formatted(cascade.title(), String.join(", ", consequence)));
      }
    }
  }

  /** Receipts first, then briefings: in the order in which whoever answers takes them. */
  private List<String> follow(Cascade cascade, Executor process) {
    var id = cascade.id();
    var now = clock.instant();
    audience.find(cascade);
    var lapsed = receiptSync.lapseOutsiders(id, now);
    var handovers = handovers(id);
    receiptSync.handOver(
        id,
        handovers.stream()
            .map(it -> new ReceiptSync.TeamHandover(it.manager(), it.successor()))
            .toList());
    var movers = receiptSync.move(id);
    var joiners = receiptSync.reopen(id) + receiptSync.open(id);

    briefingSync.handOver(
        handovers, dueBySite(cascade, handovers.stream().map(Handover::siteOrNone)));
    var ended = briefingSync.endWithoutTeam(id, now);
    var opened = open(cascade);
    briefingSync.raiseUnderNewManagers(id);
    briefingSync.waitAgain(id);
    var answered = briefingSync.teamsAnswered(id, now);
    audience.forget();

    var handedOpen = handovers.stream().filter(Handover::isToBeHeld).toList();
    process.execute(
        () -> {
          workflow.briefingsEnded(ended);
          handovers.forEach(it -> workflow.teamHandedTo(it.briefingId(), it.successor()));
          briefings
              .withTeams(handedOpen.stream().map(Handover::briefingId).toList())
              .forEach(this::giveTime);
          workflow.briefingsDue(briefings.withTeams(opened));
          answered.forEach(workflow::teamAnswered);
        });
    tellManagers(
        Stream.concat(opened.stream(), handedOpen.stream().map(Handover::briefingId)).toList());
    notices.record(MemoArrivedRenderer.KIND, CurrentAudience.NEWCOMERS, Map.of("cascade", id));
    return consequence(joiners, lapsed, movers, handovers, briefings.managers(opened));
  }

  /** Each team that has lost its manager and goes, as a whole, to one who briefs nobody yet. */
  private List<Handover> handovers(long cascadeId) {
    var handovers = new ArrayList<Handover>();
    var done = new HashSet<Object>();
    for (var candidate : briefingSync.handovers(cascadeId)) {
      // Whoever manages most of the team comes first; the others' people follow one by one.
      if (done.add(candidate.briefingId())
          && !candidate.successorBriefs()
          && done.add(candidate.successor())) {
        handovers.add(candidate);
      }
    }
    return handovers;
  }

  private List<Long> open(Cascade cascade) {
    var openings = briefingSync.openings(cascade.id());
    return briefingSync.open(
        cascade.id(), openings, dueBySite(cascade, openings.stream().map(Opening::siteOrNone)));
  }

  /** Until when those who get a briefing now are to hold it. */
  private Map<Optional<String>, Instant> dueBySite(
      Cascade cascade, Stream<Optional<String>> sites) {
    return sites
        .distinct()
        .collect(
            Collectors.toMap(
                site -> site, site -> dueDates.inDays(cascade.daysToBrief(), site.orElse(null))));
  }

  private void giveTime(TeamBriefing briefing) {
    workflow.briefingPutOff(
        briefing.id(), briefing.due(), "You manage this team now, so its briefing is yours.");
    // Nobody need press the manager who is gone any more.
    workflow.overdueBriefingHeld(briefing.id());
  }

  private void tellManagers(List<Long> briefingIds) {
    if (!briefingIds.isEmpty()) {
      notices.record(
          BriefingDueRenderer.KIND,
          CurrentAudience.MANAGERS_TO_BRIEF,
          Map.of("briefings", briefingIds));
    }
  }

  private List<String> consequence(
      int joiners, int lapsed, int movers, List<Handover> handovers, List<String> opened) {
    var sentences = new ArrayList<String>();
    count(sentences, joiners, "one person joins its audience", "%,d people join its audience");
    count(sentences, lapsed, "one open receipt lapses", "%,d open receipts lapse");
    count(sentences, movers, "one person changes team", "%,d people change team");
    count(
        sentences,
        handovers.size(),
        "a team's briefing goes to its new manager",
        "%,d teams' briefings go to their new managers",
        handovers.stream().map(Handover::successor).toList());
    count(
        sentences,
        opened.size(),
        "one more manager is to brief a team",
        "%,d more managers are to brief their teams",
        opened);
    return sentences;
  }

  private static void count(List<String> sentences, int count, String one, String many) {
    if (count > 0) {
      sentences.add(count == 1 ? one : String.format(Locale.ENGLISH, many, count));
    }
  }

  private void count(
      List<String> sentences, int count, String one, String many, Collection<String> who) {
    var before = sentences.size();
    count(sentences, count, one, many);
    if (sentences.size() > before) {
      var names =
          organization.people(who.stream().limit(NAMED).toList()).stream()
              .map(Person::name)
              .sorted()
              .collect(Collectors.toCollection(ArrayList::new));
      if (count > NAMED) {
        names.add("…");
      }
      sentences.set(before, "%s (%s)".formatted(sentences.get(before), String.join(", ", names)));
    }
  }
}
