package com.customerfocus.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answer of the API to a failure of the program itself. */
class ApiExceptionHandlerTests {

  private final MockMvcTester http =
      MockMvcTester.of(
          List.of(new Faulty()),
          program ->
              program
                  .setControllerAdvice(new ApiExceptionHandler())
                  // As in the program, which has no XML.
                  .setMessageConverters(new MappingJackson2HttpMessageConverter())
                  .build());

  @Test
  void itSaysWhatToDoAndNothingOfTheInside() {
    assertThat(http.get().uri("/faulty"))
        .hasStatus(500)
        .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
        .bodyText()
        .contains("Try again", "tell an administrator")
        .doesNotContain("secret table");
  }

  @RestController
  private static class Faulty {

    @GetMapping("/faulty")
    String fail() {
      throw new IllegalStateException("secret table");
    }
  }
}
