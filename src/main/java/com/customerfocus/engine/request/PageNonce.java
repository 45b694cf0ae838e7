package com.customerfocus.engine.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives the scripts of a page of the web applications the nonce that its header names. Workaround
 * for Camunda 7.24: it keeps the nonce of the last request in the servlet context, so of two pages
 * that are opened at the same moment one gets the other's nonce, and its browser loads no script.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class PageNonce extends OncePerRequestFilter {

  private static final String PAGES = "/camunda/app/";
  private static final Pattern IN_HEADER = Pattern.compile("'nonce-([\\w+/=-]+)'");
  private static final Pattern IN_PAGE = Pattern.compile("nonce=\"[^\"]*\"");

  /** Pages end with a slash; scripts, styles and data do not, and are not held in memory. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getServletPath();
    return !HttpMethod.GET.matches(request.getMethod())
        || !path.startsWith(PAGES)
        || !path.endsWith("/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var page = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, page);
    var policy = page.getHeader("Content-Security-Policy");
    var nonce = IN_HEADER.matcher(policy == null ? "" : policy);
    var type = page.getContentType();
    if (nonce.find() && type != null && type.startsWith(MediaType.TEXT_HTML_VALUE)) {
      // One byte as one character keeps the page's encoding; the nonce is ASCII.
      var html = new String(page.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
      page.resetBuffer();
      page.getOutputStream()
          .write(
              IN_PAGE
                  .matcher(html)
                  .replaceAll("nonce=\"" + nonce.group(1) + "\"")
                  .getBytes(StandardCharsets.ISO_8859_1));
    }
    page.copyBodyToResponse();
  }
}
