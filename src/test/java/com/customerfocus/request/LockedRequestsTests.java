package com.customerfocus.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A request that waits too long for the locks of others. */
class LockedRequestsTests {

  @Test
  void itIsAnsweredWithAConflictInTheReadersLanguage() throws Exception {
    var request = new MockHttpServletRequest("DELETE", "/api/customers/C-1/data");
    request.addHeader("Accept-Language", "es");
    var answer = new MockHttpServletResponse();
    new FailedRequests(new Refusals(List.of(), new ObjectMapper()))
        .doFilter(
            request,
            answer,
            (asked, given) -> {
              throw new ServletException(
                  new QueryTimeoutException("", new SQLException("Timeout", "HYT00")));
            });

    assertThat(answer.getStatus()).isEqualTo(409);
    assertThat(answer.getContentAsString()).contains("No se ha guardado nada");
  }
}
