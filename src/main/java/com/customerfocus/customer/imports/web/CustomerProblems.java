package com.customerfocus.customer.imports.web;

import com.customerfocus.csv.InvalidFileException;
import com.customerfocus.csv.review.web.UploadedCsv;
import com.customerfocus.customer.imports.InvalidCustomerException;
import com.customerfocus.database.DatabaseFailures;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers to files and customers that cannot be put on file. */
@RestControllerAdvice(assignableTypes = {CustomerController.class, CustomerImportController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class CustomerProblems {

  @ExceptionHandler
  ProblemDetail refused(InvalidFileException refused) {
    return UploadedCsv.refused("The data of customers have errors", refused);
  }

  @ExceptionHandler
  ProblemDetail refused(InvalidCustomerException refused) {
    var problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage());
    problem.setTitle("The data of the customer have errors");
    problem.setProperty("errors", refused.errors());
    return problem;
  }

  /** Another import changes the same, or two would add the same customer and one of them has. */
  @ExceptionHandler
  ProblemDetail busy(DataAccessException failure) {
    if (!(failure instanceof DuplicateKeyException)
        && !DatabaseFailures.isLockedByOthers(failure)) {
      throw failure;
    }
    return UploadedCsv.busy(
        "Customers are being imported",
        "Another import changes customers at this moment. Nothing was changed; send it again later.");
  }
}
