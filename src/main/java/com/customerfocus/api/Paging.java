package com.customerfocus.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Parameters of a page of a list: limits and description. */
public interface Paging {

  /** Default page. */
  String FIRST = "0";

  /** Default size. */
  String USUAL = "20";

  /** Number of the page. */
  @Parameter(
      description = "Which page; the first is 0",
      schema =
          @Schema(
              type = "integer",
              format = "int32",
              minimum = FIRST,
              maximum = "1000000",
              defaultValue = FIRST))
  @Min(0)
  @Max(1_000_000)
  @ReportAsSingleViolation
  @Constraint(validatedBy = {})
  @Target(ElementType.PARAMETER)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Page {

    String message() default "{api.page}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  /** Size of a page. */
  @Parameter(
      description = "How many entries make a page",
      schema =
          @Schema(
              type = "integer",
              format = "int32",
              minimum = "1",
              maximum = "100",
              defaultValue = USUAL))
  @Min(1)
  @Max(100)
  @ReportAsSingleViolation
  @Constraint(validatedBy = {})
  @Target(ElementType.PARAMETER)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Size {

    String message() default "{api.size}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }
}
