package com.customerfocus.promise.web;

import com.customerfocus.access.ApiReaders;
import com.customerfocus.access.Logins;
import com.customerfocus.api.ApiRefusal;
import com.customerfocus.api.Paging;
import com.customerfocus.promise.Promise;
import com.customerfocus.promise.PromiseEvent;
import com.customerfocus.promise.PromiseFilter;
import com.customerfocus.promise.PromiseReports;
import com.customerfocus.promise.PromiseSource;
import com.customerfocus.promise.PromiseState;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The promise ledger. People who follow the whole company see all of it, all others the promises
 * that they made or that were made to them. Times are ISO 8601 in UTC.
 */
@Tag(name = "Promises", description = "Who promised what to whom by when, and what became of it")
@RestController
@RequestMapping("/api/promises")
class PromiseController {

  private final PromiseReports reports;

  PromiseController(PromiseReports reports) {
    this.reports = reports;
  }

  /** One page of promises. */
  record PromisePage(int page, int size, List<Promise> promises) {}

  /** A promise with its history. */
  record History(Promise promise, List<PromiseEvent> events) {}

  @Operation(
      summary = "Promises, the earliest due first",
      description =
          """
          Page by page; a page after the last one is empty. Each filter narrows the list. Who is in \
          none of the groups that see everything gets the promises they made or that were made to \
          them.""")
  @ApiResponse(responseCode = "200", description = "One page of promises")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  PromisePage promises(
      @Parameter(description = "In one of these states") @RequestParam(required = false)
          List<PromiseState> state,
      @Parameter(description = "Employee id of the one who promised")
          @RequestParam(required = false)
          String madeBy,
      @Parameter(description = "Employee id, or id of the department, that it was promised to")
          @RequestParam(required = false)
          String madeTo,
      @Parameter(description = "What they were made in, such as cascade:12")
          @RequestParam(required = false)
          @Pattern(regexp = "[a-z-]{1,20}:\\d{1,18}", message = "{api.source}")
          String source,
      @Parameter(description = "Due at this moment or later, such as 2026-03-02T09:00:00Z")
          @RequestParam(required = false)
          Instant dueAfter,
      @Parameter(description = "Due before this moment, such as 2026-03-09T09:00:00Z")
          @RequestParam(required = false)
          Instant dueBefore,
      @Paging.Page @RequestParam(defaultValue = Paging.FIRST) int page,
      @Paging.Size @RequestParam(defaultValue = Paging.USUAL) int size,
      @Parameter(hidden = true) Authentication reader) {
    var filter =
        new PromiseFilter(
            state,
            madeBy,
            madeTo,
            null,
            source(source),
            dueAfter,
            dueBefore,
            Logins.actor(reader).followsTheCompany() ? null : reader.getName());
    return new PromisePage(page, size, reports.promises(filter, page * size, size));
  }

  @Operation(
      summary = "One promise and what happened to it",
      description = "Its events in order, the first of them that it was made.")
  @ApiResponse(responseCode = "200", description = "The promise and its events")
  @ApiResponse(
      responseCode = "404",
      description = "There is no such promise, or it concerns others only")
  @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  History promise(
      @Parameter(description = "The number of the promise, as the list of promises has it")
          @PathVariable
          long id,
      @Parameter(hidden = true) Authentication reader) {
    return reports
        .promise(id)
        .filter(
            promise ->
                Logins.actor(reader).followsTheCompany() || promise.concerns(reader.getName()))
        .map(promise -> new History(promise, reports.events(id)))
        .orElseThrow(
            () -> ApiRefusal.of(HttpStatus.NOT_FOUND, "api.promise.unknown", String.valueOf(id)));
  }

  private static PromiseSource source(String text) {
    if (text == null) {
      return null;
    }
    var colon = text.indexOf(':');
    return new PromiseSource(text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
  }

  @Configuration(proxyBeanMethods = false)
  static class Access {

    @Bean
    ApiReaders readersOfPromises() {
      return ApiReaders.everyoneWithAnAccount("/api/promises/**");
    }
  }
}
