package com.customerfocus.cascade.web;

import com.customerfocus.cascade.CascadeReports;
import com.customerfocus.cascade.QuestionReports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What was asked about a cascade, and what became of it. Times are ISO 8601 in UTC. */
@Tag(name = "Cascades")
@RestController
class QuestionApi {

  private final CascadeReports cascades;
  private final QuestionReports questions;

  QuestionApi(CascadeReports cascades, QuestionReports questions) {
    this.cascades = cascades;
    this.questions = questions;
  }

  /** One page of questions. */
  record Page(int page, int size, List<QuestionReports.Line> questions) {}

  @Operation(
      summary = "Questions about one cascade, newest first",
      description =
          """
          Each with its answer and what happened to it: asked, passed up, escalated, answered. Page \
          by page; a page after the last one is empty.""")
  @ApiResponse(responseCode = "200", description = "One page of questions")
  @ApiResponse(
      responseCode = "404",
      description = "There is no such cascade",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
              schema = @Schema(implementation = ProblemDetail.class)))
  @GetMapping(path = "/api/cascades/{id}/questions", produces = MediaType.APPLICATION_JSON_VALUE)
  Page questions(
      @Parameter(description = "The number of the cascade, as the list of cascades has it")
          @PathVariable
          long id,
      @Parameter(description = "Which page; the first is 0")
          @RequestParam(defaultValue = "0")
          @Min(value = 0, message = "{api.page}")
          @Max(value = 1_000_000, message = "{api.page}")
          int page,
      @Parameter(description = "How many questions make a page")
          @RequestParam(defaultValue = "20")
          @Min(value = 1, message = "{api.size}")
          @Max(value = 100, message = "{api.size}")
          int size) {
    if (!cascades.exists(id)) {
      throw new ResponseStatusException(
          HttpStatus.NOT_FOUND,
          "There is no cascade %d. GET /api/cascades lists them.".formatted(id));
    }
    return new Page(page, size, questions.questions(id, page * size, size));
  }
}
