package com.customerfocus.customercase.ownership.web;

import com.customerfocus.access.ApiCallers;
import com.customerfocus.access.Logins;
import com.customerfocus.api.ApiRefusal;
import com.customerfocus.api.JsonBody;
import com.customerfocus.customercase.ownership.CaseOffer;
import com.customerfocus.customercase.ownership.OfferAnswer;
import com.customerfocus.customercase.ownership.OfferEntry;
import com.customerfocus.customercase.ownership.OfferEntryService;
import com.customerfocus.customercase.report.CaseReader;
import com.customerfocus.customercase.report.CaseReports;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Offers of customers' cases to colleagues. Owners offer, the colleague answers, readers of a case
 * read them. Times are ISO 8601 in UTC.
 */
@Tag(name = "Customers' cases", description = "What customers need, and who stays with them")
@RestController
@RequestMapping(OfferController.PATH)
class OfferController {

  static final String PATH = "/api/customer-cases/{id}/offers";

  private static final String COLLEAGUE = "colleague";
  private static final String REASON = "reason";
  private static final String NOTE = "note";
  private static final String DECISION = "decision";

  private final OfferEntryService offers;
  private final CaseReports cases;

  OfferController(OfferEntryService offers, CaseReports cases) {
    this.offers = offers;
    this.cases = cases;
  }

  /** What a call that offers a case has. */
  record NewOffer(String colleague, String reason, String note) {}

  @Operation(
      summary = "Offer your case to a colleague",
      description =
          """
          The colleague gets the task to answer. The case stays yours until they accept it. One \
          offer of a case is open at a time.""")
  @ApiResponse(responseCode = "201", description = "The new offer")
  @ApiResponse(
      responseCode = "200",
      description = "The open offer of the same call before; nothing was done again")
  @PostMapping(
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<CaseOffer> offer(
      @Parameter(description = "The number of the case") @PathVariable long id,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = NewOffer.class)))
          @RequestBody(required = false)
          JsonNode body,
      @Parameter(hidden = true) Authentication login) {
    var sent = JsonBody.of(body, List.of(COLLEAGUE, REASON, NOTE));
    var entry =
        new OfferEntry(
            String.valueOf(id), sent.text(COLLEAGUE), sent.text(REASON), sent.text(NOTE));
    var offered = offers.offer(id, entry, Logins.actor(login));
    return ResponseEntity.status(offered.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(offered.offer());
  }

  @Operation(
      summary = "Answer the offer of a case",
      description =
          """
          The colleague accepts or declines; their task ends. Who accepts owns the case from then \
          on. The same answer once more changes nothing.""")
  @ApiResponse(responseCode = "200", description = "The answered offer")
  @PostMapping(
      path = "/{offer}/answer",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  CaseOffer answer(
      @Parameter(description = "The number of the case") @PathVariable long id,
      @Parameter(description = "The number of the offer") @PathVariable long offer,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = OfferAnswer.class)))
          @RequestBody(required = false)
          JsonNode body,
      @Parameter(hidden = true) Authentication login) {
    var sent = JsonBody.of(body, List.of(DECISION, NOTE));
    return offers.answer(
        id, offer, new OfferAnswer(sent.text(DECISION), sent.text(NOTE)), Logins.actor(login));
  }

  @Operation(summary = "Offers of a case", description = "In the order in which they were made.")
  @ApiResponse(responseCode = "200", description = "All offers of the case")
  @ApiResponse(
      responseCode = "404",
      description = "There is no such case, or it is not yours to see")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  List<CaseOffer> ofCase(
      @Parameter(description = "The number of the case") @PathVariable long id,
      @Parameter(hidden = true) Authentication login) {
    if (!cases.maySee(id, CaseReader.of(Logins.actor(login)))) {
      throw ApiRefusal.of(HttpStatus.NOT_FOUND, "api.case.unknown", String.valueOf(id));
    }
    return offers.ofCase(id);
  }

  @Configuration(proxyBeanMethods = false)
  static class Access {

    @Bean
    ApiCallers callersOfOffers() {
      return ApiCallers.everyoneWithAnAccount("/api/customer-cases/*/offers");
    }

    @Bean
    ApiCallers callersOfAnswers() {
      return ApiCallers.everyoneWithAnAccount("/api/customer-cases/*/offers/*/answer");
    }
  }
}
