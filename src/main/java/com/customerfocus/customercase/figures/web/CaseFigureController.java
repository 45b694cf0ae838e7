package com.customerfocus.customercase.figures.web;

import com.customerfocus.access.ApiCallers;
import com.customerfocus.access.Groups;
import com.customerfocus.customercase.figures.CaseFigureService;
import com.customerfocus.customercase.figures.CaseFigureService.FiguresOfPeriod;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of cases, for people who follow the whole company. Times are ISO 8601 in UTC. */
@Tag(name = "Customers' cases", description = "What customers need, and who stays with them")
@RestController
@RequestMapping(CaseFigureController.PATH)
class CaseFigureController {

  static final String PATH = "/api/customer-cases/figures";

  private final CaseFigureService figures;

  CaseFigureController(CaseFigureService figures) {
    this.figures = figures;
  }

  @Operation(
      summary = "What became of the cases of a period",
      description =
          """
          Of all, of each department and of each heritage company, as the owners belonged to them \
          when the cases ended. Cases count that were closed or withdrawn in the period; one that \
          was opened again counts once more when it ends again, measured from then. Times are \
          minutes by the calendar. Shares in percent and net promoter scores have an interval of \
          95 %; of fewer than five they have no value, and tooFew is true. No figure names a \
          customer or an employee.""")
  @ApiResponse(responseCode = "200", description = "The figures of the period")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  FiguresOfPeriod figures(
      @Parameter(
              description =
                  "Ended at this moment or later, such as 2026-03-02T09:00:00Z; by default 90 days"
                      + " before the end")
          @RequestParam(required = false)
          Instant from,
      @Parameter(
              description =
                  "Ended before this moment, such as 2026-03-09T09:00:00Z; by default now")
          @RequestParam(required = false)
          Instant until) {
    return figures.of(figures.period(from, until));
  }

  @Configuration(proxyBeanMethods = false)
  static class Access {

    /** Before that of single cases, whose pattern has this address, too. */
    @Bean
    @Order(0)
    ApiCallers readersOfCaseFigures() {
      return ApiCallers.of(
          PATH,
          Groups.SENIOR_OFFICERS,
          Groups.COMMUNICATIONS,
          Groups.PROCESS_OWNERS,
          Groups.ADMINISTRATORS);
    }
  }
}
