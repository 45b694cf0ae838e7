package com.customerfocus.csv.review.web;

import com.customerfocus.csv.InvalidFileException;
import com.customerfocus.support.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.multipart.MultipartFile;

/**
 * A CSV file that came with a request; on the server's disk, not in memory.
 *
 * @param size bytes of the content
 */
public record UploadedCsv(String name, InputStreamSource content, long size) {

  /** The parts of the request, as the API's description shows them. */
  public record Parts(
      @Schema(type = "string", format = "binary", description = "CSV with a header") String file) {}

  /**
   * The file of the part {@code file}.
   *
   * @param part null when the request has none; the answer says then how to send one
   */
  public static UploadedCsv of(MultipartFile part) {
    if (part == null) {
      throw new ErrorResponseException(
          HttpStatus.BAD_REQUEST,
          problem(
              HttpStatus.BAD_REQUEST,
              "The file is missing",
              "Send the CSV file as multipart/form-data in a part with the name 'file'."),
          null);
    }
    var name = part.getOriginalFilename();
    return new UploadedCsv(Texts.isBlank(name) ? "unnamed" : name, part, part.getSize());
  }

  /** The answer to a file with errors, which lists them. */
  public static ProblemDetail refused(String title, InvalidFileException refused) {
    var problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, title, refused.getMessage());
    problem.setProperty("errors", refused.errors());
    return problem;
  }

  /** The answer while something else prevents an import. */
  public static ProblemDetail busy(String title, String detail) {
    return problem(HttpStatus.CONFLICT, title, detail);
  }

  private static ProblemDetail problem(HttpStatus status, String title, String detail) {
    var problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setTitle(title);
    return problem;
  }
}
