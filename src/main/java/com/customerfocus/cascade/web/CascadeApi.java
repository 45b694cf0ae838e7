package com.customerfocus.cascade.web;

import com.customerfocus.cascade.Cascade;
import com.customerfocus.cascade.CascadeFigures;
import com.customerfocus.cascade.CascadeReports;
import com.customerfocus.cascade.ReceiptLine;
import io.swagger.v3.oas.annotations.Operation;
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

  /** A spreadsheet takes what begins like this for a formula and computes it. */
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");

  private static final String[] COLUMNS = {
    "employee id",
    "name",
    "department",
    "heritage company",
    "level",
    "briefed by",
    "state",
    "briefed at",
    "acknowledged at"
  };

  private final CascadeReports reports;

  CascadeApi(CascadeReports reports) {
    this.reports = reports;
  }

  /** One page of cascades. */
  record Page(int page, int size, List<Cascade> cascades) {}

  @Operation(summary = "Cascades, newest first")
  @GetMapping
  Page cascades(
      @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
      @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size) {
    return new Page(page, size, reports.cascades(page * size, size));
  }

  @Operation(
      summary = "How far one cascade has come",
      description =
          "People by what is on record about them: in all, by department, by heritage company and by level (1 is the launcher's own team).")
  @GetMapping("/{id}")
  CascadeFigures cascade(@PathVariable long id) {
    return reports.figures(id).orElseThrow(() -> unknown(id));
  }

  @Operation(summary = "Every receipt of one cascade as CSV, by level and name")
  @GetMapping(path = "/{id}/receipts.csv", produces = "text/csv")
  void receipts(@PathVariable long id, HttpServletResponse response) throws IOException {
    if (!reports.exists(id)) {
      throw unknown(id);
    }
    response.setContentType("text/csv");
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
          receipt.acknowledgedAt());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String safe(String text) {
    return FORMULA.matcher(text).find() ? "'" + text : text;
  }

  private static ResponseStatusException unknown(long id) {
    return new ResponseStatusException(
        HttpStatus.NOT_FOUND,
        "There is no cascade %d. GET /api/cascades lists them.".formatted(id));
  }
}
