package com.customerfocus.customercase.joining.web;

import com.customerfocus.access.ApiCallers;
import com.customerfocus.access.Logins;
import com.customerfocus.api.JsonBody;
import com.customerfocus.customercase.CustomerCase;
import com.customerfocus.customercase.joining.JoiningEntry;
import com.customerfocus.customercase.joining.JoiningService;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Joins customers' cases. Their owner does so. Times are ISO 8601 in UTC. */
@Tag(name = "Customers' cases", description = "What customers need, and who stays with them")
@RestController
class JoiningController {

  private static final String SURVIVOR = "survivor";
  private static final String NOTE = "note";

  private final JoiningService joining;

  JoiningController(JoiningService joining) {
    this.joining = joining;
  }

  /**
   * What a call that joins cases has.
   *
   * @param survivor number of the case that goes on
   * @param note why they belong together
   */
  record NewJoining(long survivor, String note) {}

  /**
   * The case that goes on.
   *
   * @param joined number of the case that it has taken in
   */
  record Joined(long id, long joined, String ownerId, Instant newsDueAt, Instant answerDueAt) {

    static Joined of(long joined, CustomerCase survivor) {
      return new Joined(
          survivor.id(), joined, survivor.ownerId(), survivor.newsDueAt(), survivor.answerDueAt());
    }
  }

  @Operation(
      summary = "Join your case with another one of the same customer",
      description =
          """
          The other one, survivor, goes on for both with the earlier of their moments; links and \
          replies of this one lead to it. Both are yours. The same call once more changes \
          nothing.""")
  @ApiResponse(responseCode = "200", description = "The case that goes on")
  @PostMapping(
      path = "/api/customer-cases/{id}/joining",
      consumes = MediaType.APPLICATION_JSON_VALUE,
      produces = MediaType.APPLICATION_JSON_VALUE)
  Joined join(
      @Parameter(description = "The number of the case that ends") @PathVariable long id,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = NewJoining.class)))
          @RequestBody(required = false)
          JsonNode body,
      @Parameter(hidden = true) Authentication login) {
    var sent = JsonBody.of(body, List.of(SURVIVOR, NOTE), SURVIVOR);
    var entry = new JoiningEntry(String.valueOf(id), sent.text(SURVIVOR), sent.text(NOTE));
    return Joined.of(id, joining.join(entry, Logins.actor(login)));
  }

  @Configuration(proxyBeanMethods = false)
  static class Access {

    @Bean
    ApiCallers callersOfJoining() {
      return ApiCallers.everyoneWithAnAccount("/api/customer-cases/*/joining");
    }
  }
}
