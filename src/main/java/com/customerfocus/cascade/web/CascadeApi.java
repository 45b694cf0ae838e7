package com.customerfocus.cascade.web;

import com.customerfocus.cascade.Cascade;
import com.customerfocus.cascade.CascadeFigures;
import com.customerfocus.cascade.CascadeReports;
import com.customerfocus.cascade.Escalation;
import com.customerfocus.cascade.EscalationService;
import com.customerfocus.cascade.ReceiptLine;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Cascades and how far they have come, for whoever follows them. Times are ISO 8601 in UTC. */
@Tag(name = "Cascades", description = "Memos on their way through the organization")
@RestController
@RequestMapping("/api/cascades")
class CascadeApi {

  private static final String CSV = "text/csv";
  private static final String ID = "The number of the cascade, as the list of cascades has it";
  private static final String UNKNOWN = "There is no such cascade";

  /** A spreadsheet takes what begins like this for a formula and computes it. */
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n]");

  private static final String[] COLUMNS = {
    "employee id",
    "name",
    "department",
    "heritage company",
    "level",
    "briefed by",
    "state",
    "briefed at",
    "acknowledged at",
    "excused by",
    "excused at",
    "excuse reason"
  };

  private final CascadeReports reports;
  private final EscalationService escalations;

  CascadeApi(CascadeReports reports, EscalationService escalations) {
    this.reports = reports;
    this.escalations = escalations;
  }

  /** One page of cascades. */
  record Page(int page, int size, List<Cascade> cascades) {}

  @Operation(
      summary = "Cascades, newest first",
      description = "Page by page; a page after the last one is empty.")
  @ApiResponse(responseCode = "200", description = "One page of cascades")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Page cascades(
      @Parameter(description = "Which page; the first is 0")
          @RequestParam(defaultValue = "0")
          @Min(value = 0, message = "{api.page}")
          @Max(value = 1_000_000, message = "{api.page}")
          int page,
      @Parameter(description = "How many cascades make a page")
          @RequestParam(defaultValue = "20")
          @Min(value = 1, message = "{api.size}")
          @Max(value = 100, message = "{api.size}")
          int size) {
    return new Page(page, size, reports.cascades(page * size, size));
  }

  @Operation(
      summary = "How far one cascade has come",
      description =
          "People by what is on record about them: in all, by department, by heritage company and by level (1 is the launcher's own team).")
  @ApiResponse(responseCode = "200", description = "The cascade and its figures")
  @ApiResponse(
      responseCode = "404",
      description = UNKNOWN,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemDetail.class)))
  @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  CascadeFigures cascade(@Parameter(description = ID) @PathVariable long id) {
    return reports.figures(id).orElseThrow(() -> unknown(id));
  }

  /** One page of escalations. */
  record EscalationPage(int page, int size, List<Escalation> escalations) {}

  @Operation(
      summary = "What was done about the overdue briefings of one cascade, newest first",
      description =
          """
          Each time somebody was asked to unblock a briefing, and what came of it. Page by page; a \
          page after the last one is empty.""")
  @ApiResponse(responseCode = "200", description = "One page of escalations")
  @ApiResponse(
      responseCode = "404",
      description = UNKNOWN,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemDetail.class)))
  @GetMapping(path = "/{id}/escalations", produces = MediaType.APPLICATION_JSON_VALUE)
  EscalationPage escalations(
      @Parameter(description = ID) @PathVariable long id,
      @Parameter(description = "Which page; the first is 0")
          @RequestParam(defaultValue = "0")
          @Min(value = 0, message = "{api.page}")
          @Max(value = 1_000_000, message = "{api.page}")
          int page,
      @Parameter(description = "How many escalations make a page")
          @RequestParam(defaultValue = "20")
          @Min(value = 1, message = "{api.size}")
          @Max(value = 100, message = "{api.size}")
          int size) {
    if (!reports.exists(id)) {
      throw unknown(id);
    }
    return new EscalationPage(page, size, escalations.ofCascade(id, page * size, size));
  }

  @Operation(
      summary = "Every receipt of one cascade as CSV, by level and name",
      description =
          """
          UTF-8 with a header, as RFC 4180 says. A text that a spreadsheet would take for a formula \
          has an apostrophe before it.""")
  @ApiResponse(
      responseCode = "200",
      description = "One line a person",
      content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
  @ApiResponse(
      responseCode = "404",
      description = UNKNOWN,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemDetail.class)))
  @GetMapping(path = "/{id}/receipts.csv", produces = CSV)
  void receipts(
      @Parameter(description = ID) @PathVariable long id,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException {
    if (!reports.exists(id)) {
      throw unknown(id);
    }
    response.setContentType(CSV);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"cascade-%d-receipts.csv\"".formatted(id));
    var csv =
        new CSVPrinter(response.getWriter(), CSVFormat.RFC4180.builder().setHeader(COLUMNS).get());
    reports.receipts(id, receipt -> print(csv, receipt));
    csv.flush();
  }

  private static void print(CSVPrinter csv, ReceiptLine receipt) {
    try {
      csv.printRecord(
          safe(receipt.personId()),
          safe(receipt.name()),
          safe(receipt.department()),
          safe(receipt.heritage()),
          receipt.level(),
          safe(receipt.briefedBy()),
          receipt.state(),
          receipt.briefedAt(),
          receipt.acknowledgedAt(),
          safe(receipt.excusedBy()),
          receipt.excusedAt(),
          safe(receipt.excuseReason()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String safe(String text) {
    return text != null && FORMULA.matcher(text).find() ? "'" + text : text;
  }

  private static ResponseStatusException unknown(long id) {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND,
        "There is no cascade %d. GET /api/cascades lists them.".formatted(id));
  }
}
