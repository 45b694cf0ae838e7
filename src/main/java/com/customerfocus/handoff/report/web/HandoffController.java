package com.customerfocus.handoff.report.web;

import com.customerfocus.access.Actor;
import com.customerfocus.access.ApiCallers;
import com.customerfocus.access.Logins;
import com.customerfocus.api.ApiRefusal;
import com.customerfocus.api.IdempotencyKeys;
import com.customerfocus.api.Paging;
import com.customerfocus.handoff.HandoffRequest;
import com.customerfocus.handoff.HandoffState;
import com.customerfocus.handoff.Priority;
import com.customerfocus.handoff.entry.HandoffEntryService;
import com.customerfocus.handoff.report.HandoffDetails;
import com.customerfocus.handoff.report.HandoffEntry;
import com.customerfocus.handoff.report.HandoffFilter;
import com.customerfocus.handoff.report.HandoffFilter.SideOfDepartment;
import com.customerfocus.handoff.report.HandoffFilter.Sort;
import com.customerfocus.handoff.report.HandoffReports;
import com.customerfocus.handoff.report.HandoffVisibility;
import com.customerfocus.idempotency.KeyedCalls.Outcome;
import com.customerfocus.request.LargerBodies;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Handoffs. Everyone with an account asks in their own name, and reads the handoffs of their
 * departments and those they have to do with. Times are ISO 8601 in UTC.
 */
@Tag(name = "Handoffs", description = "What departments ask of each other, and what becomes of it")
@RestController
@RequestMapping(HandoffController.PATH)
class HandoffController {

  static final String PATH = "/api/handoffs";

  private final HandoffEntryService entry;
  private final HandoffReports reports;
  private final HandoffVisibility readers;

  HandoffController(HandoffEntryService entry, HandoffReports reports, HandoffVisibility readers) {
    this.entry = entry;
    this.reports = reports;
    this.readers = readers;
  }

  /** One page of handoffs. */
  record HandoffPage(int page, int size, List<HandoffEntry> handoffs) {}

  @Operation(
      summary = "Ask another department",
      description =
          """
          You are the requester, and the process starts as from Tasklist. A wished date outside the \
          partner's working time is moved to the last working moment before it. With an \
          Idempotency-Key the same call again, also at the same moment, is the same handoff.""")
  @ApiResponse(responseCode = "201", description = "The new handoff; Location has its address")
  @ApiResponse(
      responseCode = "200",
      description = "The handoff of the same call before; nothing was done again")
  @ApiResponse(
      responseCode = "409",
      description = "You asked for something else with this key; nothing was done")
  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<HandoffDetails> ask(
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = HandoffRequest.class)))
          @RequestBody(required = false)
          JsonNode body,
      @Parameter(description = IdempotencyKeys.DESCRIPTION)
          @RequestHeader(name = IdempotencyKeys.HEADER, required = false)
          String key,
      @Parameter(hidden = true) Authentication login) {
    var requester = Logins.actor(login);
    var asked = entry.ask(HandoffBody.read(body), requester.id(), IdempotencyKeys.checked(key));
    if (asked.outcome() == Outcome.OTHER) {
      throw ApiRefusal.of(
          HttpStatus.CONFLICT, "api.handoff.other-request", String.valueOf(asked.id()));
    }
    var status = asked.outcome() == Outcome.CREATED ? HttpStatus.CREATED : HttpStatus.OK;
    return ResponseEntity.status(status)
        .location(URI.create("%s/%d".formatted(PATH, asked.id())))
        .body(details(asked.id(), requester));
  }

  @Operation(
      summary = "Handoffs that you may see",
      description =
          """
          Page by page; a page after the last one is empty. Each filter narrows the list. You see the \
          handoffs of your department and of departments whose head you are, and those that you asked \
          for, have or follow; the groups that follow the whole company see all.""")
  @ApiResponse(responseCode = "200", description = "One page of handoffs")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  HandoffPage handoffs(
      @Parameter(description = "In one of these states") @RequestParam(required = false)
          List<HandoffState> state,
      @Parameter(
              description =
                  "Which side the department is; without one, your own departments are meant")
          @RequestParam(required = false)
          SideOfDepartment side,
      @Parameter(description = "Id of a department on one of the sides")
          @RequestParam(required = false)
          String department,
      @Parameter(description = "Employee id of the one who asked, or who has it")
          @RequestParam(required = false)
          String person,
      @Parameter(description = "Exact reference of the customer") @RequestParam(required = false)
          String customer,
      @Parameter(description = "Whether the side whose turn it is has let its time pass")
          @RequestParam(required = false)
          Boolean overdue,
      @Parameter(description = "Promised for this moment or later, such as 2026-03-02T09:00:00Z")
          @RequestParam(required = false)
          Instant dueAfter,
      @Parameter(description = "Promised for an earlier moment, such as 2026-03-09T09:00:00Z")
          @RequestParam(required = false)
          Instant dueBefore,
      @Parameter(description = "Of one of these priorities") @RequestParam(required = false)
          List<Priority> priority,
      @Parameter(description = "Asked at this moment or later, such as 2026-03-02T09:00:00Z")
          @RequestParam(required = false)
          Instant requestedAfter,
      @Parameter(description = "Asked before this moment, such as 2026-03-09T09:00:00Z")
          @RequestParam(required = false)
          Instant requestedBefore,
      @Parameter(
              description = "By the promised date, the request or the number; REQUESTED if empty")
          @RequestParam(required = false)
          Sort sort,
      @Parameter(description = "Whether the last one comes first; true if empty")
          @RequestParam(required = false)
          Boolean descending,
      @Paging.Page @RequestParam(defaultValue = Paging.FIRST) int page,
      @Paging.Size @RequestParam(defaultValue = Paging.USUAL) int size,
      @Parameter(hidden = true) Authentication login) {
    var filter =
        new HandoffFilter(
            state,
            side,
            Typed.storable(department),
            Typed.storable(person),
            Typed.storable(customer),
            overdue,
            dueAfter,
            dueBefore,
            priority,
            requestedAfter,
            requestedBefore);
    return new HandoffPage(
        page,
        size,
        reports.list(
            filter,
            readers.of(Logins.actor(login)),
            sort == null ? Sort.REQUESTED : sort,
            descending == null || descending,
            page * size,
            size));
  }

  @Operation(
      summary = "One handoff with all that is on record",
      description =
          """
          What happened in order; the clocks with target, due moment, result, the version and row of \
          the table that set them, and the calendar they count by; which department had the ball \
          when; files, and the handoffs for parts of it. Ratings are those of your side, and the other \
          one's once both sides have rated or five working days have passed.""")
  @ApiResponse(responseCode = "200", description = "The handoff")
  @ApiResponse(
      responseCode = "404",
      description = "There is no such handoff, or it concerns others only")
  @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  HandoffDetails handoff(
      @Parameter(description = "The number of the handoff") @PathVariable long id,
      @Parameter(hidden = true) Authentication login) {
    return details(id, Logins.actor(login));
  }

  private HandoffDetails details(long id, Actor reader) {
    return reports.find(id, readers.of(reader)).orElseThrow(() -> unknown(id));
  }

  static ResponseStatusException unknown(long id) {
    return ApiRefusal.of(HttpStatus.NOT_FOUND, "api.handoff.unknown", String.valueOf(id));
  }

  @Configuration(proxyBeanMethods = false)
  static class Access {

    @Bean
    ApiCallers callersOfHandoffs() {
      return ApiCallers.everyoneWithAnAccount(PATH);
    }

    @Bean
    ApiCallers callersOfOneHandoff() {
      return ApiCallers.everyoneWithAnAccount(PATH + "/*");
    }

    /** Four texts of 4,000 characters, each of which may be written as an escape of six. */
    @Bean
    LargerBodies bodiesOfHandoffs() {
      return LargerBodies.at(HttpMethod.POST, PATH, DataSize.ofKilobytes(128));
    }
  }
}
