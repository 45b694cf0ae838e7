package com.customerfocus.cascade.report.web;

import com.customerfocus.access.ApiReaders;
import com.customerfocus.access.Groups;
import com.customerfocus.api.ApiRefusal;
import com.customerfocus.api.Paging;
import com.customerfocus.cascade.Cascade;
import com.customerfocus.cascade.culture.CultureAttribute;
import com.customerfocus.cascade.escalation.Escalation;
import com.customerfocus.cascade.escalation.EscalationService;
import com.customerfocus.cascade.question.QuestionReports;
import com.customerfocus.cascade.report.CascadeFigures;
import com.customerfocus.cascade.report.CascadeReports;
import com.customerfocus.cascade.report.VersionFigures;
import com.customerfocus.csv.CsvFileName;
import com.customerfocus.csv.CsvWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Cascades and their progress. Times are ISO 8601 in UTC. */
@Tag(name = "Cascades", description = "Memos on their way through the organization")
@RestController
@RequestMapping("/api/cascades")
class CascadeController {

  private static final String CSV = "text/csv";
  private static final String COMMA = ",";
  private static final String ID = "The number of the cascade, as the list of cascades has it";
  private static final String UNKNOWN = "There is no such cascade";

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
    "excuse reason",
    "version",
    "away until",
    "signs of a program"
  };

  private final CascadeReports reports;
  private final EscalationService escalations;
  private final QuestionReports questions;

  CascadeController(
      CascadeReports reports, EscalationService escalations, QuestionReports questions) {
    this.reports = reports;
    this.escalations = escalations;
    this.questions = questions;
  }

  /** What managers named, by the heritage company they came from. */
  record Culture(Map<String, List<CultureAttribute>> byHeritage) {}

  /** One page of cascades. */
  record CascadePage(int page, int size, List<Cascade> cascades) {}

  @Operation(
      summary = "Cascades, newest first",
      description = "Page by page; a page after the last one is empty.")
  @ApiResponse(responseCode = "200", description = "One page of cascades")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  CascadePage cascades(
      @Paging.Page @RequestParam(defaultValue = Paging.FIRST) int page,
      @Paging.Size @RequestParam(defaultValue = Paging.USUAL) int size) {
    return new CascadePage(page, size, reports.cascades(page * size, size));
  }

  @Operation(
      summary = "How far one cascade has come",
      description =
          "People by what is on record about them: in all, by department, by heritage company and by level (1 is the launcher's own team).")
  @ApiResponse(responseCode = "200", description = "The cascade and its figures")
  @ApiResponse(responseCode = "404", description = UNKNOWN)
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
          Each time a manager was asked to unblock a briefing, and the decision. Page by page; a \
          page after the last one is empty.""")
  @ApiResponse(responseCode = "200", description = "One page of escalations")
  @ApiResponse(responseCode = "404", description = UNKNOWN)
  @GetMapping(path = "/{id}/escalations", produces = MediaType.APPLICATION_JSON_VALUE)
  EscalationPage escalations(
      @Parameter(description = ID) @PathVariable long id,
      @Paging.Page @RequestParam(defaultValue = Paging.FIRST) int page,
      @Paging.Size @RequestParam(defaultValue = Paging.USUAL) int size) {
    requireCascade(id);
    return new EscalationPage(page, size, escalations.ofCascade(id, page * size, size));
  }

  /** One page of questions. */
  record QuestionPage(int page, int size, List<QuestionReports.Question> questions) {}

  @Operation(
      summary = "Questions about one cascade, newest first",
      description =
          """
          Each with its answer and what happened to it: asked, passed up, escalated, answered. Page \
          by page; a page after the last one is empty.""")
  @ApiResponse(responseCode = "200", description = "One page of questions")
  @ApiResponse(responseCode = "404", description = UNKNOWN)
  @GetMapping(path = "/{id}/questions", produces = MediaType.APPLICATION_JSON_VALUE)
  QuestionPage questions(
      @Parameter(description = ID) @PathVariable long id,
      @Paging.Page @RequestParam(defaultValue = Paging.FIRST) int page,
      @Paging.Size @RequestParam(defaultValue = Paging.USUAL) int size) {
    requireCascade(id);
    return new QuestionPage(page, size, questions.questions(id, page * size, size));
  }

  @Operation(
      summary = "What made the heritage companies successful, side by side",
      description =
          "What managers named in their briefings, by the company they came from: how many would keep it, merge it or transform it. What most named comes first.")
  @ApiResponse(responseCode = "200", description = "Attributes by heritage company")
  @ApiResponse(responseCode = "404", description = UNKNOWN)
  @GetMapping(path = "/{id}/culture", produces = MediaType.APPLICATION_JSON_VALUE)
  Culture culture(@Parameter(description = ID) @PathVariable long id) {
    return reports.culture(id).map(Culture::new).orElseThrow(() -> unknown(id));
  }

  @Operation(
      summary = "Every receipt of one cascade as CSV, by level and name",
      description =
          """
          UTF-8 with a byte order mark and a header, otherwise as RFC 4180 says. A text that a \
          spreadsheet would take for a formula has an apostrophe before it. A person who is away \
          today has the last day of the absence. Signs of a program say that perhaps a scanner of \
          mails acknowledged, and not the person: cross-site, no-browser, program, no-page, \
          at-once.""")
  @ApiResponse(
      responseCode = "200",
      description = "One line a person",
      content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
  @ApiResponse(responseCode = "404", description = UNKNOWN)
  @GetMapping(path = "/{id}/receipts.csv", produces = CSV)
  void receipts(
      @Parameter(description = ID) @PathVariable long id,
      @Parameter(
              description =
                  "What stands between two values. Excel opens a file on double-click with the list separator of its country: a semicolon in Spain, a comma in the United States and Mexico.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {",", ";"},
                      defaultValue = COMMA))
          @Pattern(regexp = "[,;]", message = "{api.separator}")
          @RequestParam(defaultValue = COMMA)
          String separator,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException {
    var title = reports.title(id).orElseThrow(() -> unknown(id));
    response.setContentType(CSV);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        CsvFileName.disposition("cascade-%d-receipts".formatted(id), title));
    var csv = new CsvWriter(response.getWriter(), separator.charAt(0), COLUMNS);
    reports.receipts(
        id,
        receipt ->
            csv.row(
                receipt.personId(),
                receipt.name(),
                receipt.department(),
                receipt.heritage(),
                receipt.level(),
                receipt.briefedBy(),
                receipt.state(),
                receipt.briefedAt(),
                receipt.acknowledgedAt(),
                receipt.excusedBy(),
                receipt.excusedAt(),
                receipt.excuseReason(),
                receipt.version(),
                receipt.awayUntil(),
                receipt.scannerSigns()));
    csv.flush();
  }

  /** Versions of one memo. */
  record Versions(List<VersionFigures> versions) {}

  @Operation(
      summary = "The versions of one memo, the first one first",
      description =
          """
          What people read and since when, what the launcher says has changed, and how many answered \
          each version. A reader who acknowledged again after a material correction counts \
          in both.""")
  @ApiResponse(responseCode = "200", description = "Every version that was published")
  @ApiResponse(responseCode = "404", description = UNKNOWN)
  @GetMapping(path = "/{id}/versions", produces = MediaType.APPLICATION_JSON_VALUE)
  Versions versions(@Parameter(description = ID) @PathVariable long id) {
    requireCascade(id);
    return new Versions(reports.versions(id));
  }

  private void requireCascade(long id) {
    if (!reports.exists(id)) {
      throw unknown(id);
    }
  }

  private static ResponseStatusException unknown(long id) {
    return ApiRefusal.of(HttpStatus.NOT_FOUND, "api.cascade.unknown", String.valueOf(id));
  }

  @Configuration(proxyBeanMethods = false)
  static class Access {

    @Bean
    ApiReaders readersOfCascades() {
      return ApiReaders.of(
          "/api/cascades/**", Groups.SENIOR_OFFICERS, Groups.COMMUNICATIONS, Groups.PROCESS_OWNERS);
    }
  }
}
