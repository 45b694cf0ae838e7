package com.customerfocus.link.web;

import com.customerfocus.link.OpenPages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Refuses presses of buttons on pages without login that declare themselves a prefetch: no person
 * has pressed yet. Browsers take 503 for "not in advance" and ask again when a person does. {@code
 * Sec-Purpose} stands in the Fetch standard, the others are what older programs send.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class PrefetchRefusal extends OncePerRequestFilter {

  private static final List<String> HEADERS =
      List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");
  private static final List<String> IN_ADVANCE = List.of("prefetch", "prerender", "preview");

  private final List<OpenPages> pages;

  PrefetchRefusal(List<OpenPages> pages) {
    this.pages = pages;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = UrlPathHelper.defaultInstance.getPathWithinApplication(request);
    return !HttpMethod.POST.matches(request.getMethod())
        || pages.stream().noneMatch(it -> it.include(path));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (HEADERS.stream().map(request::getHeader).flatMap(Stream::ofNullable).anyMatch(this::says)) {
      response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
    } else {
      chain.doFilter(request, response);
    }
  }

  private boolean says(String purpose) {
    var words = purpose.toLowerCase(Locale.ROOT);
    return IN_ADVANCE.stream().anyMatch(words::contains);
  }
}
