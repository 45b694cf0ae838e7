package com.customerfocus.handoff.report.web;

import com.customerfocus.access.ApiCallers;
import com.customerfocus.access.Logins;
import com.customerfocus.api.ApiRefusal;
import com.customerfocus.handoff.report.HandoffDetails.FileEntry;
import com.customerfocus.handoff.report.HandoffFiles;
import com.customerfocus.request.LargerBodies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of a handoff by the API. */
@Tag(name = "Handoffs")
@RestController
@RequestMapping(HandoffFileController.PATH)
class HandoffFileController {

  static final String PATH = HandoffController.PATH + "/{id}/files";

  private final HandoffFiles files;

  HandoffFileController(HandoffFiles files) {
    this.files = files;
  }

  /** The parts of the request, as the API's description shows them. */
  record Parts(
      @Schema(type = "string", format = "binary", description = "At most 5 MB") String file) {}

  @Operation(
      summary = "Attach a file",
      description =
          """
          For members of the two departments, the requester and the person who has it. The type is \
          found in the content; programs and disguised files are refused. Both sides download it at \
          the address in Location.""",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                      schema = @Schema(implementation = Parts.class))))
  @ApiResponse(responseCode = "201", description = "The file")
  @ApiResponse(
      responseCode = "400",
      description = "There is no part 'file', it may not be kept, or the handoff is over")
  @ApiResponse(
      responseCode = "404",
      description = "There is no such handoff, or you are on neither side of it")
  @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<FileEntry> attach(
      @Parameter(description = "The number of the handoff") @PathVariable long id,
      @Parameter(hidden = true) @RequestParam(required = false) MultipartFile file,
      @Parameter(hidden = true) Authentication login)
      throws IOException {
    if (file == null) {
      throw ApiRefusal.of(HttpStatus.BAD_REQUEST, "api.handoff.no-file");
    }
    var added =
        files
            .add(id, file.getOriginalFilename(), file.getBytes(), Logins.actor(login))
            .orElseThrow(() -> HandoffController.unknown(id));
    return ResponseEntity.status(HttpStatus.CREATED)
        .location(URI.create("/api/attachments/" + added.id()))
        .body(added);
  }

  @Configuration(proxyBeanMethods = false)
  static class Access {

    @Bean
    ApiCallers callersOfHandoffFiles() {
      return ApiCallers.everyoneWithAnAccount(HandoffController.PATH + "/*/files");
    }

    /** A file of 5 MB with the frame of its part; the size itself is checked in words. */
    @Bean
    LargerBodies bodiesOfHandoffFiles() {
      return LargerBodies.at(HttpMethod.POST, PATH, DataSize.ofMegabytes(6));
    }
  }
}
