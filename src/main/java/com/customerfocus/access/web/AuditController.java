package com.customerfocus.access.web;

import com.customerfocus.access.Accounts;
import com.customerfocus.access.ApiReaders;
import com.customerfocus.access.Groups;
import com.customerfocus.access.audit.AuditEntry;
import com.customerfocus.access.audit.AuditFilter;
import com.customerfocus.access.audit.AuditTrail;
import com.customerfocus.api.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail for process owners and administrators. */
@Tag(name = "Audit", description = "What administrators did, and when")
@RestController
@RequestMapping("/api/audit")
class AuditController {

  /** Properties whose values are logins. */
  private static final Set<String> PERSONS = Set.of("assignee", "owner", "candidate", "userId");

  private final AuditTrail audit;
  private final Accounts accounts;

  AuditController(AuditTrail audit, Accounts accounts) {
    this.audit = audit;
    this.accounts = accounts;
  }

  /** One page of entries. */
  record AuditPage(int page, int size, List<Entry> entries) {}

  /** One operation. */
  @Schema(name = "AuditEntry")
  record Entry(
      Instant at,
      @Schema(description = "The login that did it") String user,
      @Schema(description = "Missing when the account is gone") String userName,
      @Schema(description = "What was done", example = "Assign") String action,
      @Schema(description = "To what kind of thing", example = "Task") String entity,
      String taskId,
      @Schema(description = "As it was then") String taskName,
      String processInstanceId,
      @Schema(description = "Key of the process", example = "team-briefing") String process,
      @Schema(description = "Id of the job, batch, deployment or definition") String subject,
      List<Change> changes) {}

  /** One changed or descriptive property. */
  @Schema(name = "AuditChange")
  record Change(
      @Schema(example = "assignee") String property,
      String from,
      @Schema(description = "Of an account") String fromName,
      String to,
      @Schema(description = "Of an account") String toName) {}

  @Operation(
      summary = "What administrators did, newest first",
      description =
          """
          Tasks, instances, jobs, models, filters, accounts, groups and rights that were changed \
          through Tasklist, Cockpit and Admin: by administrators all of it, by others what goes \
          beyond starting a process, claiming and completing. Values are not told where they could \
          be personal, as of variables. What an import of the organization changed, \
          /api/organization/imports tells. Page by page; a page after the last one is empty.""")
  @ApiResponse(responseCode = "200", description = "One page of what was done")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  AuditPage audit(
      @Parameter(description = "The login that did it") @RequestParam(required = false) String user,
      @Parameter(description = "At this moment or later, such as 2026-03-02T09:00:00Z")
          @RequestParam(required = false)
          Instant from,
      @Parameter(description = "Before this moment, such as 2026-03-09T09:00:00Z")
          @RequestParam(required = false)
          Instant until,
      @Paging.Page @RequestParam(defaultValue = Paging.FIRST) int page,
      @Paging.Size @RequestParam(defaultValue = Paging.USUAL) int size) {
    var entries = audit.entries(new AuditFilter(user, from, until), page * size, size);
    var names = accounts.names(persons(entries));
    return new AuditPage(
        page, size, entries.stream().map(entry -> described(entry, names)).toList());
  }

  private static Set<String> persons(Collection<AuditEntry> entries) {
    var persons = new HashSet<String>();
    for (var entry : entries) {
      persons.add(entry.user());
      entry.changes().stream()
          .filter(change -> PERSONS.contains(change.property()))
          .forEach(
              change -> {
                persons.add(change.from());
                persons.add(change.to());
              });
    }
    persons.remove(null);
    return persons;
  }

  private static Entry described(AuditEntry entry, Map<String, String> names) {
    return new Entry(
        entry.at(),
        entry.user(),
        names.get(entry.user()),
        entry.action(),
        entry.entity(),
        entry.taskId(),
        entry.taskName(),
        entry.processInstanceId(),
        entry.process(),
        entry.subject(),
        entry.changes().stream().map(change -> described(change, names)).toList());
  }

  private static Change described(AuditEntry.Change change, Map<String, String> names) {
    var ofPersons = PERSONS.contains(change.property());
    return new Change(
        change.property(),
        change.from(),
        ofPersons ? names.get(change.from()) : null,
        change.to(),
        ofPersons ? names.get(change.to()) : null);
  }

  @Configuration(proxyBeanMethods = false)
  static class Access {

    @Bean
    ApiReaders readersOfTheAudit() {
      return ApiReaders.of("/api/audit", Groups.PROCESS_OWNERS);
    }
  }
}
