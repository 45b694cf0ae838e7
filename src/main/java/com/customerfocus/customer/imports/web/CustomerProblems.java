package com.customerfocus.customer.imports.web;

import com.customerfocus.csv.InvalidFileException;
import com.customerfocus.csv.review.web.UploadedCsv;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
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

  /** Two imports that would add the same customer; one of them has. */
  @ExceptionHandler({DuplicateKeyException.class, PessimisticLockingFailureException.class})
  ProblemDetail busy() {
    return UploadedCsv.busy(
        "Customers are being imported",
        "Another import changes customers at this moment. Nothing was changed; send it again later.");
  }
}
