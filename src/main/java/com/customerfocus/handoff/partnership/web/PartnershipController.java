package com.customerfocus.handoff.partnership.web;

import com.customerfocus.access.ApiReaders;
import com.customerfocus.access.Groups;
import com.customerfocus.access.Logins;
import com.customerfocus.csv.CsvFileName;
import com.customerfocus.csv.CsvWriter;
import com.customerfocus.handoff.partnership.Partnership;
import com.customerfocus.handoff.partnership.Partnerships;
import com.customerfocus.support.Period;
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
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The figures of partnerships. People who follow the whole company see all pairs, managers those of
 * the departments that they work in or are the head of. Times are ISO 8601 in UTC.
 */
@Tag(name = "Partnerships", description = "How the handoffs between departments go")
@RestController
@RequestMapping("/api/partnerships")
class PartnershipController {

  private static final String CSV = "text/csv";
  private static final String COMMA = ",";
  private static final String FROM =
      "Asked at this moment or later, such as 2026-03-02T09:00:00Z; by default 90 days before the end";
  private static final String UNTIL =
      "Asked before this moment, such as 2026-03-09T09:00:00Z; by default now";
  private static final String REQUESTER = "Only of this department that asks, by its id";
  private static final String PARTNER = "Only of this department that is asked, by its id";

  private final Partnerships partnerships;

  PartnershipController(Partnerships partnerships) {
    this.partnerships = partnerships;
  }

  /** The figures of a period. */
  record PartnershipList(Instant from, Instant until, List<Partnership> partnerships) {}

  @Operation(
      summary = "How the handoffs go from each department to each other one",
      description =
          """
          One entry for each ordered pair of departments, by name; pairs without handoffs are \
          among them. A handoff counts by the time of its request, each time a department was \
          asked. Each figure says of how many cases it is (n); of fewer than five it has no value, \
          and tooFew is true. Times to own and to deliver are minutes of the partner's working \
          time; the age of open handoffs is in minutes by the calendar. Ratings are means of scores \
          from 1 to 5 that both sides may read. Managers get the pairs of their own department.""")
  @ApiResponse(responseCode = "200", description = "The figures of the period")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  PartnershipList partnerships(
      @Parameter(description = FROM) @RequestParam(required = false) Instant from,
      @Parameter(description = UNTIL) @RequestParam(required = false) Instant until,
      @Parameter(description = REQUESTER) @RequestParam(required = false) String requester,
      @Parameter(description = PARTNER) @RequestParam(required = false) String partner,
      @Parameter(hidden = true) Authentication reader) {
    var period = partnerships.period(from, until);
    return new PartnershipList(
        period.from(), period.until(), figures(period, requester, partner, reader));
  }

  @Operation(
      summary = "The same figures as CSV",
      description =
          """
          UTF-8 with a byte order mark and a header, otherwise as RFC 4180 says. A figure of fewer \
          than five cases is empty; of how many cases a figure is, the column before it tells that \
          has a name in the plural.""")
  @ApiResponse(
      responseCode = "200",
      description = "One line a pair",
      content = @Content(mediaType = CSV, schema = @Schema(type = "string")))
  @GetMapping(path = "/figures.csv", produces = CSV)
  void csv(
      @Parameter(description = FROM) @RequestParam(required = false) Instant from,
      @Parameter(description = UNTIL) @RequestParam(required = false) Instant until,
      @Parameter(description = REQUESTER) @RequestParam(required = false) String requester,
      @Parameter(description = PARTNER) @RequestParam(required = false) String partner,
      @Parameter(
              description = "What stands between two values; a semicolon for Excel in Spain",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {",", ";"},
                      defaultValue = COMMA))
          @Pattern(regexp = "[,;]", message = "{api.separator}")
          @RequestParam(defaultValue = COMMA)
          String separator,
      @Parameter(hidden = true) Authentication reader,
      @Parameter(hidden = true) HttpServletResponse response)
      throws IOException {
    var figures = figures(partnerships.period(from, until), requester, partner, reader);
    response.setContentType(CSV);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, CsvFileName.disposition("partnerships", ""));
    var csv = new CsvWriter(response.getWriter(), separator.charAt(0), PartnershipCsv.header());
    figures.forEach(it -> csv.row(PartnershipCsv.line(it)));
    csv.flush();
  }

  private List<Partnership> figures(
      Period period, String requester, String partner, Authentication reader) {
    var seen =
        Logins.actor(reader).followsTheCompany()
            ? partnerships.all(period)
            : partnerships.ofDepartmentsOf(reader.getName(), period);
    return seen.stream()
        .filter(it -> requester == null || requester.equals(it.requester().id()))
        .filter(it -> partner == null || partner.equals(it.partner().id()))
        .toList();
  }

  @Configuration(proxyBeanMethods = false)
  static class Access {

    @Bean
    ApiReaders readersOfPartnerships() {
      return ApiReaders.of(
          "/api/partnerships/**",
          Groups.SENIOR_OFFICERS,
          Groups.COMMUNICATIONS,
          Groups.PROCESS_OWNERS,
          Groups.MANAGERS);
    }
  }
}
