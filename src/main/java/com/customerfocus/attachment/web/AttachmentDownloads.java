package com.customerfocus.attachment.web;

import com.customerfocus.access.Actor;
import com.customerfocus.api.ApiRefusal;
import com.customerfocus.attachment.Attachment;
import com.customerfocus.attachment.Attachments;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers with a file so that a browser saves it and never opens it as a page of ours: a file may
 * hold scripts.
 */
@Component
class AttachmentDownloads {

  /** Without scripts that a browser runs; all others are downloaded as bytes without a meaning. */
  private static final Set<String> HARMLESS =
      Set.of(
          MediaType.IMAGE_PNG_VALUE,
          MediaType.IMAGE_JPEG_VALUE,
          MediaType.IMAGE_GIF_VALUE,
          "image/webp",
          MediaType.APPLICATION_PDF_VALUE);

  private final Attachments attachments;

  AttachmentDownloads(Attachments attachments) {
    this.attachments = attachments;
  }

  /**
   * The content; the headers are on the answer.
   *
   * @throws ResponseStatusException with 404 when there is none that the reader may download
   */
  byte[] download(long id, Actor reader, HttpServletResponse answer) {
    var file = attachments.find(id, reader).orElseThrow(() -> notFound(id));
    var content = attachments.content(id).orElseThrow(() -> notFound(id));
    // Set and not added: filters before this write headers for pages.
    answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(file).toString());
    answer.setHeader("X-Content-Type-Options", "nosniff");
    answer.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    answer.setContentType(type(file));
    return content;
  }

  private static ContentDisposition disposition(Attachment file) {
    return ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build();
  }

  private static String type(Attachment file) {
    return HARMLESS.contains(file.mediaType())
        ? file.mediaType()
        : MediaType.APPLICATION_OCTET_STREAM_VALUE;
  }

  private static ResponseStatusException notFound(long id) {
    return ApiRefusal.of(HttpStatus.NOT_FOUND, "api.attachment.unknown", String.valueOf(id));
  }
}
