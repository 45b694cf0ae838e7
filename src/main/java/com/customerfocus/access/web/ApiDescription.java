package com.customerfocus.access.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;

/** Parts of the OpenAPI document that hold for all endpoints: purpose, login, errors. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  private static final String LOGIN = "login";
  private static final String PROBLEM = "ProblemDetail";

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Customer focus")
                .version("1")
                .description(
                    """
                    What this program has on record, by subject. Times are ISO 8601 in UTC. Errors \
                    are problem details (RFC 9457) whose `detail` says what to do."""))
        .components(
            new Components()
                .addSecuritySchemes(
                    LOGIN,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("basic")
                        .description("The id and password of Tasklist, with each request")))
        .addSecurityItem(new SecurityRequirement().addList(LOGIN));
  }

  /**
   * Adds the errors of every endpoint: invalid request, missing login, missing permission, busy
   * program. Refusals are problem details; endpoints need not repeat that.
   */
  @Bean
  OpenApiCustomizer problemsOfAllEndpoints() {
    return api -> {
      ModelConverters.getInstance()
          .read(ProblemDetail.class)
          .forEach(api.getComponents()::addSchemas);
      api.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .forEach(ApiDescription::addProblems);
    };
  }

  private static void addProblems(Operation operation) {
    var responses = operation.getResponses();
    responses.putIfAbsent(
        "400", new ApiResponse().description("The request is not as described here"));
    responses.put("401", new ApiResponse().description("The login is missing or wrong"));
    responses.put(
        "403",
        new ApiResponse().description("The account is in none of the groups that may do this"));
    responses.put(
        "503",
        new ApiResponse()
            .description("The program is too busy, and did nothing; try again later")
            .addHeaderObject(
                HttpHeaders.RETRY_AFTER,
                new Header().description("Seconds to wait").schema(new IntegerSchema())));
    responses.forEach(
        (status, response) -> {
          if (!status.startsWith("2")) {
            response.setContent(problem());
          }
        });
  }

  private static Content problem() {
    return new Content()
        .addMediaType(
            org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
            new MediaType().schema(new Schema<>().$ref(PROBLEM)));
  }
}
