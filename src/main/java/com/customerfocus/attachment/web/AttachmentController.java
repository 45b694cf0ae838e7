package com.customerfocus.attachment.web;

import com.customerfocus.access.ApiReaders;
import com.customerfocus.access.Logins;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Attachments by the API. */
@Tag(name = "Attachments", description = "Files that people attached")
@RestController
@RequestMapping("/api/attachments")
class AttachmentController {

  private final AttachmentDownloads downloads;

  AttachmentController(AttachmentDownloads downloads) {
    this.downloads = downloads;
  }

  @Operation(
      summary = "One file, byte by byte as it was attached",
      description =
          """
          Content-Disposition has the name. Content-Type is that of the content for PNG, JPEG, GIF, \
          WebP and PDF, else application/octet-stream: no browser opens the file as a page.""")
  @ApiResponse(
      responseCode = "200",
      description = "The file",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
              schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(
      responseCode = "404",
      description = "There is no such file, or it is attached to what concerns others only")
  @GetMapping("/{id}")
  byte[] attachment(
      @Parameter(description = "The number of the attachment") @PathVariable long id,
      @Parameter(hidden = true) Authentication login,
      @Parameter(hidden = true) HttpServletResponse answer) {
    return downloads.download(id, Logins.actor(login), answer);
  }

  @Configuration(proxyBeanMethods = false)
  static class Access {

    @Bean
    ApiReaders readersOfAttachments() {
      return ApiReaders.everyoneWithAnAccount("/api/attachments/*");
    }
  }
}
