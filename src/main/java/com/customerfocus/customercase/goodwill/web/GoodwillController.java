package com.customerfocus.customercase.goodwill.web;

import com.customerfocus.access.ApiCallers;
import com.customerfocus.access.Logins;
import com.customerfocus.api.ApiRefusal;
import com.customerfocus.api.IdempotencyKeys;
import com.customerfocus.customercase.goodwill.Goodwill;
import com.customerfocus.customercase.goodwill.GoodwillEntryService;
import com.customerfocus.customercase.goodwill.GoodwillRequest;
import com.customerfocus.customercase.goodwill.GoodwillService;
import com.customerfocus.customercase.goodwill.TakingBackService;
import com.customerfocus.customercase.report.CaseReader;
import com.customerfocus.customercase.report.CaseReports;
import com.customerfocus.idempotency.KeyedCalls.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Goodwill of customers' cases. Owners offer it; readers of a case read it. Times are ISO 8601 in
 * UTC.
 */
@Tag(name = "Customers' cases", description = "What customers need, and who stays with them")
@RestController
@RequestMapping(GoodwillController.PATH)
class GoodwillController {

  static final String PATH = "/api/customer-cases/{id}/goodwill";

  private final GoodwillEntryService entry;
  private final GoodwillService goodwill;
  private final TakingBackService takingBack;
  private final CaseReports cases;

  GoodwillController(
      GoodwillEntryService entry,
      GoodwillService goodwill,
      TakingBackService takingBack,
      CaseReports cases) {
    this.entry = entry;
    this.goodwill = goodwill;
    this.takingBack = takingBack;
    this.cases = cases;
  }

  @Operation(
      summary = "Offer goodwill to the customer of your case",
      description =
          """
          Within your limits it is granted at once; above one of them a manager is asked, and the \
          state is WAITING. With an Idempotency-Key the same call again, also at the same moment, \
          is the same goodwill.""")
  @ApiResponse(responseCode = "201", description = "The new goodwill")
  @ApiResponse(
      responseCode = "200",
      description = "The goodwill of the same call before; nothing was done again")
  @ApiResponse(
      responseCode = "409",
      description = "You offered another goodwill with this key; nothing was done")
  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Goodwill> offer(
      @Parameter(description = "The number of the case") @PathVariable long id,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = GoodwillRequest.class)))
          @RequestBody(required = false)
          JsonNode body,
      @Parameter(description = IdempotencyKeys.DESCRIPTION)
          @RequestHeader(name = IdempotencyKeys.HEADER, required = false)
          String key,
      @Parameter(hidden = true) Authentication login) {
    var offered =
        entry.offer(GoodwillBody.read(id, body), Logins.actor(login), IdempotencyKeys.checked(key));
    if (offered.outcome() == Outcome.OTHER) {
      throw ApiRefusal.of(HttpStatus.CONFLICT, "api.goodwill.other-request");
    }
    return ResponseEntity.status(
            offered.outcome() == Outcome.CREATED ? HttpStatus.CREATED : HttpStatus.OK)
        .body(offered.goodwill());
  }

  @Operation(summary = "Goodwill of a case", description = "In the order in which it was offered.")
  @ApiResponse(responseCode = "200", description = "All goodwill of the case")
  @ApiResponse(
      responseCode = "404",
      description = "There is no such case, or it is not yours to see")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  List<Goodwill> ofCase(
      @Parameter(description = "The number of the case") @PathVariable long id,
      @Parameter(hidden = true) Authentication login) {
    if (!cases.maySee(id, CaseReader.of(Logins.actor(login)))) {
      throw ApiRefusal.of(HttpStatus.NOT_FOUND, "api.case.unknown", String.valueOf(id));
    }
    return goodwill.ofCase(id);
  }

  @Operation(
      summary = "Take back goodwill that waits for a manager",
      description = "Only the owner of the case can. What is decided stays as it is.")
  @ApiResponse(responseCode = "200", description = "The goodwill, TAKEN_BACK")
  @ApiResponse(responseCode = "400", description = "It does not wait any more; nothing was done")
  @ApiResponse(responseCode = "403", description = "The case is not yours, or has no such goodwill")
  @DeleteMapping(path = "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
  Goodwill takeBack(
      @Parameter(description = "The number of the case") @PathVariable long id,
      @Parameter(description = "The number of the goodwill") @PathVariable long number,
      @Parameter(hidden = true) Authentication login) {
    return takingBack.takeBack(id, number, Logins.actor(login));
  }

  @Configuration(proxyBeanMethods = false)
  static class Access {

    @Bean
    ApiCallers callersOfGoodwill() {
      return ApiCallers.everyoneWithAnAccount("/api/customer-cases/*/goodwill");
    }

    @Bean
    ApiCallers callersWhoTakeGoodwillBack() {
      return ApiCallers.everyoneWithAnAccount("/api/customer-cases/*/goodwill/*");
    }
  }
}
