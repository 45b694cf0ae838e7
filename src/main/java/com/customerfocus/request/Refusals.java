package com.customerfocus.request;

import com.customerfocus.support.ReaderLanguage;
import com.customerfocus.support.Sentence;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Answers a refusal in the format of its address. */
@Component
class Refusals {

  private final List<RefusalPage> pages;
  private final ObjectMapper json;

  Refusals(List<RefusalPage> pages, ObjectMapper json) {
    this.pages = pages;
    this.json = json;
  }

  void write(
      HttpStatus status, Sentence reason, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    write(status, reason.in(ReaderLanguage.of(request)), request, response);
  }

  void write(
      HttpStatus status, String reason, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setStatus(status.value());
    response.setCharacterEncoding("UTF-8");
    var path = request.getRequestURI();
    if (path.startsWith("/api/")) {
      var problem = ProblemDetail.forStatusAndDetail(status, reason);
      problem.setInstance(URI.create(path));
      write(response, MediaType.APPLICATION_PROBLEM_JSON, problem);
    } else if (path.startsWith("/camunda/")) {
      // The error format of the engine's web interface, which its pages show.
      write(
          response,
          MediaType.APPLICATION_JSON,
          Map.of("type", "RequestRefused", "message", reason));
    } else {
      writePage(reason, request, response);
    }
  }

  private void write(HttpServletResponse response, MediaType type, Object content)
      throws IOException {
    response.setContentType(type.toString());
    json.writeValue(response.getOutputStream(), content);
  }

  private void writePage(String reason, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    var page = pages.stream().filter(candidate -> candidate.isFor(request)).findFirst();
    if (page.isEmpty()) {
      response.setContentType(MediaType.TEXT_PLAIN_VALUE);
      response.getWriter().write(reason);
      return;
    }
    try {
      page.get().write(request, response);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
