package com.customerfocus.organization.imports.web;

import com.customerfocus.api.Paging;
import com.customerfocus.csv.InvalidFileException;
import com.customerfocus.csv.review.web.UploadedCsv;
import com.customerfocus.organization.ImportBusy;
import com.customerfocus.organization.imports.ImportReport;
import com.customerfocus.organization.imports.ImportService;
import com.customerfocus.organization.imports.OrganizationImport;
import com.customerfocus.organization.imports.OrganizationImporter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports the organization by upload, and tells what was imported. For administrators. */
@RestController
@RequestMapping("/api/organization/imports")
@Tag(name = "Organization", description = "Who works here and for whom; for administrators")
class OrganizationImportController {

  private final OrganizationImporter importer;
  private final ImportService imports;

  OrganizationImportController(OrganizationImporter importer, ImportService imports) {
    this.importer = importer;
    this.imports = imports;
  }

  @Operation(
      summary = "Import the organization from a CSV file",
      description =
          """
          Everything is checked before anything changes: with a single error nothing does. People \
          who are not in the file have left. The same file twice changes nothing. 'changes' counts \
          what changes by field, rights first, and lists the first 50 of each field.""",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                      schema = @Schema(implementation = UploadedCsv.Parts.class))))
  @ApiResponse(responseCode = "200", description = "What has changed, or would change")
  @ApiResponse(responseCode = "400", description = "There is no part 'file'")
  @ApiResponse(responseCode = "409", description = "Another import is running; nothing has changed")
  @ApiResponse(
      responseCode = "422",
      description =
          "The file has errors, told in 'errors' by line, column and message; nothing has changed")
  @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ImportReport importFile(
      @Parameter(hidden = true) @RequestParam(required = false) MultipartFile file,
      @Parameter(description = "true: tell what would change, change nothing")
          @RequestParam(defaultValue = "false")
          boolean dryRun,
      @Parameter(hidden = true) Principal login) {
    var csv = UploadedCsv.of(file);
    return dryRun
        ? importer.dryRun(csv.content()).report()
        : importer.importFile(csv.content(), csv.name(), login == null ? null : login.getName());
  }

  @Operation(
      summary = "Imports so far",
      description =
          """
          Every file that changed the organization, or was to: newest first, whether it came from \
          Tasklist, from here or at a start of the program.""")
  @ApiResponse(responseCode = "200", description = "One page of imports")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ImportPage imports(
      @Paging.Page @RequestParam(defaultValue = Paging.FIRST) int page,
      @Paging.Size @RequestParam(defaultValue = Paging.USUAL) int size) {
    return new ImportPage(page, size, imports.imports(page * size, size));
  }

  /** One page of imports. */
  record ImportPage(int page, int size, List<OrganizationImport> imports) {}

  @ExceptionHandler
  ProblemDetail refused(InvalidFileException refused) {
    return UploadedCsv.refused("The organization file has errors", refused);
  }

  @ExceptionHandler
  ProblemDetail busy(ImportBusy busy) {
    return UploadedCsv.busy("Another import is running", busy.getMessage());
  }
}
