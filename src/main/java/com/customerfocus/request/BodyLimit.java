package com.customerfocus.request;

import com.customerfocus.support.Sentence;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses request bodies that exceed the limit of their address, before other code reads or stores
 * them: by Content-Length, or while the body is read where there is none.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class BodyLimit extends OncePerRequestFilter {

  /** Twice a question of the maximum length in percent-encoded emoji. */
  static final DataSize USUAL = DataSize.ofKilobytes(64);

  /**
   * Larger bodies are never held in memory. They may lack a Content-Length only as multipart, which
   * Tomcat writes to a file and limits itself.
   */
  private static final DataSize HELD = DataSize.ofMegabytes(20);

  private static final Logger LOG = LoggerFactory.getLogger(BodyLimit.class);

  private final List<LargerBodies> larger;
  private final Refusals refusals;

  BodyLimit(List<LargerBodies> larger, Refusals refusals) {
    this.larger = larger;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      takeWithoutLength(request, response, chain);
    } else if (request.getContentLengthLong() > USUAL.toBytes()
        && request.getContentLengthLong() > most(request)) {
      refuse(HttpStatus.PAYLOAD_TOO_LARGE, tooLarge(most(request)), request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private void takeWithoutLength(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var most = most(request);
    var streamed = most > HELD.toBytes();
    if (streamed && isForm(request)) {
      chain.doFilter(request, response);
    } else if (streamed || isForm(request)) {
      // Tomcat parses forms past every filter.
      refuse(
          HttpStatus.LENGTH_REQUIRED, new Sentence("refusal.request.no-length"), request, response);
    } else {
      takeHeld(request, response, chain, most);
    }
  }

  private void takeHeld(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, long most)
      throws ServletException, IOException {
    byte[] body;
    try {
      body = request.getInputStream().readNBytes((int) most + 1);
    } catch (IOException e) {
      refuse(HttpStatus.BAD_REQUEST, new Sentence("refusal.request.broke-off"), request, response);
      return;
    }
    if (body.length > most) {
      refuse(HttpStatus.PAYLOAD_TOO_LARGE, tooLarge(most), request, response);
    } else {
      chain.doFilter(new HeldRequest(request, body), response);
    }
  }

  private long most(HttpServletRequest request) {
    return larger.stream()
        .filter(bodies -> bodies.requests().matches(request))
        .mapToLong(bodies -> bodies.most().applyAsLong(request))
        .reduce(USUAL.toBytes(), Math::max);
  }

  private static boolean isForm(HttpServletRequest request) {
    var type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
    return type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
        || type.startsWith("multipart/");
  }

  private static Sentence tooLarge(long most) {
    return new Sentence("refusal.request.too-large", inWords(most));
  }

  private static String inWords(long bytes) {
    var size = DataSize.ofBytes(bytes);
    return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : size.toKilobytes() + " KB";
  }

  private void refuse(
      HttpStatus status, Sentence reason, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    // The rest of the address may be a personal link.
    LOG.info(
        "Refused a {} to /{}/… with {}: {}",
        request.getMethod(),
        request.getRequestURI().split("/", 3)[1],
        status.value(),
        reason.inEnglish());
    // What is left of the body is not waited for.
    response.setHeader(HttpHeaders.CONNECTION, "close");
    refusals.write(status, reason, request, response);
    // Tomcat would otherwise first read some of the body.
    response.flushBuffer();
  }
}
