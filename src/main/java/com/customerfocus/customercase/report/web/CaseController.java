package com.customerfocus.customercase.report.web;

import com.customerfocus.access.Actor;
import com.customerfocus.access.ApiCallers;
import com.customerfocus.access.Logins;
import com.customerfocus.api.ApiRefusal;
import com.customerfocus.api.IdempotencyKeys;
import com.customerfocus.api.Paging;
import com.customerfocus.customercase.CaseKind;
import com.customerfocus.customercase.CaseRequest;
import com.customerfocus.customercase.CaseState;
import com.customerfocus.customercase.entry.CaseEntryService;
import com.customerfocus.customercase.report.CaseDetails;
import com.customerfocus.customercase.report.CaseEntry;
import com.customerfocus.customercase.report.CaseFilter;
import com.customerfocus.customercase.report.CaseFilter.Sort;
import com.customerfocus.customercase.report.CaseReader;
import com.customerfocus.customercase.report.CaseReports;
import com.customerfocus.idempotency.KeyedCalls.Outcome;
import com.customerfocus.support.InvalidInputException;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Customers' cases. The front line opens them in their own name; owners read their cases, managers
 * those of their direct reports. Times are ISO 8601 in UTC.
 */
@Tag(name = "Customers' cases", description = "What customers need, and who stays with them")
@RestController
@RequestMapping(CaseController.PATH)
class CaseController {

  static final String PATH = "/api/customer-cases";

  private static final int LONGEST = 1_000;

  private final CaseEntryService entry;
  private final CaseReports reports;

  CaseController(CaseEntryService entry, CaseReports reports) {
    this.entry = entry;
    this.reports = reports;
  }

  /** One page of cases. */
  record CasePage(int page, int size, List<CaseEntry> cases) {}

  @Operation(
      summary = "Open a case of a customer",
      description =
          """
          You own it and stay with the customer, and the process starts as from Tasklist. With an \
          Idempotency-Key the same call again, also at the same moment, is the same case.""")
  @ApiResponse(responseCode = "201", description = "The new case; Location has its address")
  @ApiResponse(
      responseCode = "200",
      description = "The case of the same call before; nothing was done again")
  @ApiResponse(
      responseCode = "409",
      description = "You opened another case with this key; nothing was done")
  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CaseDetails> open(
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = CaseRequest.class)))
          @RequestBody(required = false)
          JsonNode body,
      @Parameter(description = IdempotencyKeys.DESCRIPTION)
          @RequestHeader(name = IdempotencyKeys.HEADER, required = false)
          String key,
      @Parameter(hidden = true) Authentication login) {
    var owner = Logins.actor(login);
    var opened = entry.open(CaseBody.read(body), owner, IdempotencyKeys.checked(key));
    if (opened.outcome() == Outcome.OTHER) {
      throw ApiRefusal.of(
          HttpStatus.CONFLICT, "api.case.other-request", String.valueOf(opened.id()));
    }
    var status = opened.outcome() == Outcome.CREATED ? HttpStatus.CREATED : HttpStatus.OK;
    return ResponseEntity.status(status)
        .location(URI.create("%s/%d".formatted(PATH, opened.id())))
        .body(reports.findOpenedBy(opened.id(), owner.id()).orElseThrow());
  }

  @Operation(
      summary = "Cases that you may see",
      description =
          """
          Page by page; a page after the last one is empty. Each filter narrows the list. You see \
          your own cases and those of your direct reports; the groups that follow the whole \
          company see all.""")
  @ApiResponse(responseCode = "200", description = "One page of cases")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  CasePage cases(
      @Parameter(description = "In one of these states") @RequestParam(required = false)
          List<CaseState> state,
      @Parameter(description = "Of one of these kinds") @RequestParam(required = false)
          List<CaseKind> kind,
      @Parameter(description = "Employee id of the owner") @RequestParam(required = false)
          String owner,
      @Parameter(description = "The customer's exact reference") @RequestParam(required = false)
          String customer,
      @Parameter(
              description =
                  "Customers who hear from us before this moment, such as 2026-03-09T09:00:00Z")
          @RequestParam(required = false)
          Instant newsDueBefore,
      @Parameter(
              description =
                  "true: news or an answer are late now; false: they are not, or it is over")
          @RequestParam(required = false)
          Boolean overdue,
      @Parameter(description = "By the next news or the opening; NEWS_DUE if empty")
          @RequestParam(required = false)
          Sort sort,
      @Parameter(description = "Whether the last one comes first; false if empty")
          @RequestParam(required = false)
          Boolean descending,
      @Paging.Page @RequestParam(defaultValue = Paging.FIRST) int page,
      @Paging.Size @RequestParam(defaultValue = Paging.USUAL) int size,
      @Parameter(hidden = true) Authentication login) {
    var filter =
        new CaseFilter(state, kind, storable(owner), storable(customer), newsDueBefore, overdue);
    return new CasePage(
        page,
        size,
        reports.list(
            filter,
            CaseReader.of(Logins.actor(login)),
            sort == null ? Sort.NEWS_DUE : sort,
            descending != null && descending,
            page * size,
            size));
  }

  @Operation(
      summary = "One case with all that is on record",
      description =
          """
          What happened and what was said, in order, and which moments passed without news or an \
          answer; introductions, and under parts goodwill, offers to colleagues, escalations, \
          follow-ups and deadlines by law.""")
  @ApiResponse(responseCode = "200", description = "The case")
  @ApiResponse(
      responseCode = "404",
      description = "There is no such case, or it is not yours to see")
  @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  CaseDetails customerCase(
      @Parameter(description = "The number of the case") @PathVariable long id,
      @Parameter(hidden = true) Authentication login) {
    return details(id, Logins.actor(login));
  }

  private CaseDetails details(long id, Actor reader) {
    return reports
        .find(id, CaseReader.of(reader))
        .orElseThrow(
            () -> ApiRefusal.of(HttpStatus.NOT_FOUND, "api.case.unknown", String.valueOf(id)));
  }

  private static String storable(String text) {
    if (text != null && (text.indexOf('\0') >= 0 || text.length() > LONGEST)) {
      throw new InvalidInputException("refusal.handoff.unsearchable");
    }
    return text;
  }

  @Configuration(proxyBeanMethods = false)
  static class Access {

    @Bean
    ApiCallers callersOfCases() {
      return ApiCallers.everyoneWithAnAccount(PATH);
    }

    @Bean
    ApiCallers callersOfOneCase() {
      return ApiCallers.everyoneWithAnAccount(PATH + "/*");
    }
  }
}
