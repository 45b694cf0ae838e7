package com.customerfocus.organization.web;

import com.customerfocus.organization.ImportBusy;
import com.customerfocus.organization.ImportRefused;
import com.customerfocus.organization.ImportReport;
import com.customerfocus.organization.OrganizationService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports the organization by upload. For administrators. */
@RestController
@RequestMapping("/api/organization/imports")
@Tag(name = "Organization")
class OrganizationImports {

  private final OrganizationService organization;

  OrganizationImports(OrganizationService organization) {
    this.organization = organization;
  }

  @Operation(
      summary = "Import the organization from a CSV file",
      description =
          """
          Everything is checked before anything changes. Answers 200 with what changed; 422 with
          `errors` (line, column, message) when the file has errors, then nothing changed; 409
          while another import runs.""")
  @PostMapping
  ImportReport importFile(
      @RequestParam(required = false) MultipartFile file,
      @RequestParam(defaultValue = "false") boolean dryRun) {
    if (file == null) {
      throw problem(
          HttpStatus.BAD_REQUEST,
          "The file is missing",
          "Send the CSV file as multipart/form-data in a part with the name 'file'.");
    }
    return dryRun ? organization.previewFile(file) : organization.importFile(file);
  }

  @ExceptionHandler
  ProblemDetail refused(ImportRefused refused) {
    var problem =
        problem(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "The organization file has errors",
                refused.getMessage())
            .getBody();
    problem.setProperty("errors", refused.errors());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail busy(ImportBusy busy) {
    return problem(HttpStatus.CONFLICT, "Another import is running", busy.getMessage()).getBody();
  }

  private static ErrorResponseException problem(HttpStatus status, String title, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(title);
    return new ErrorResponseException(status, problem, null);
  }
}
