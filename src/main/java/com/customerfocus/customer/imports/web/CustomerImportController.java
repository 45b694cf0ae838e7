package com.customerfocus.customer.imports.web;

import com.customerfocus.access.Logins;
import com.customerfocus.api.Paging;
import com.customerfocus.csv.review.web.UploadedCsv;
import com.customerfocus.customer.imports.CustomerImport;
import com.customerfocus.customer.imports.CustomerImportReport;
import com.customerfocus.customer.imports.CustomerImportService;
import com.customerfocus.customer.imports.CustomerImporter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports customers by upload, and tells what was imported. For administrators. */
@RestController
@RequestMapping(CustomerImportController.PATH)
@Tag(name = "Customers", description = "Who they are and who looks after them")
class CustomerImportController {

  static final String PATH = "/api/customers/imports";

  private final CustomerImporter importer;
  private final CustomerImportService imports;

  CustomerImportController(CustomerImporter importer, CustomerImportService imports) {
    this.importer = importer;
    this.imports = imports;
  }

  @Operation(
      summary = "Import customers from a CSV file",
      description =
          """
          Everything is checked before anything changes: with a single error nothing does. Customers \
          who are not in the file stay, and so does what the file has no column for. What customers \
          have chosen is never changed, and customers whose data were removed at their request are \
          left out and counted. The same file twice changes nothing.""",
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
  CustomerImportReport importFile(
      @Parameter(hidden = true) @RequestParam(required = false) MultipartFile file,
      @Parameter(description = "true: tell what would change, change nothing")
          @RequestParam(defaultValue = "false")
          boolean dryRun,
      @Parameter(hidden = true) Principal login) {
    var csv = UploadedCsv.of(file);
    return dryRun
        ? importer.tryOut(csv.content())
        : importer.importFile(csv.content(), csv.name(), login == null ? null : login.getName());
  }

  @Operation(
      summary = "Submit a CSV file of customers for review",
      description =
          """
          For a file that is too large for Tasklist. It is checked at once and changes nothing yet: you \
          find *Review the changes*, or *Correct the file*, among your tasks in Tasklist.""",
      requestBody =
          @RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                      schema = @Schema(implementation = UploadedCsv.Parts.class))))
  @ApiResponse(responseCode = "201", description = "The task is there")
  @ApiResponse(responseCode = "400", description = "There is no part 'file'")
  @PostMapping(path = "/reviews", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  Submitted submit(
      @Parameter(hidden = true) @RequestParam(required = false) MultipartFile file,
      @Parameter(hidden = true) Authentication login) {
    var csv = UploadedCsv.of(file);
    return new Submitted(
        imports.submit(csv.name(), csv.content(), csv.size(), Logins.actor(login)));
  }

  /**
   * A file that waits for its review.
   *
   * @param id of the import
   */
  record Submitted(long id) {}

  @Operation(
      summary = "Imports of customers so far",
      description =
          """
          Every file that changed customers, or was to: newest first, whether it came from \
          Tasklist or from here.""")
  @ApiResponse(responseCode = "200", description = "One page of imports")
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ImportPage imports(
      @Paging.Page @RequestParam(defaultValue = Paging.FIRST) int page,
      @Paging.Size @RequestParam(defaultValue = Paging.USUAL) int size) {
    return new ImportPage(page, size, imports.imports(page * size, size));
  }

  /** One page of imports. */
  record ImportPage(int page, int size, List<CustomerImport> imports) {}
}
