package com.customerfocus.customer.imports;

import java.util.List;

/** Values of one customer, told by another system, are wrong, so nothing was changed. */
public class InvalidCustomerException extends RuntimeException {

  private final transient List<WrongValue> errors;

  /**
   * @param errors at least one
   */
  public InvalidCustomerException(List<WrongValue> errors) {
    super(
        "%s and nothing was changed. Correct what is listed and send the customer again."
            .formatted(
                errors.size() == 1
                    ? "A value is wrong"
                    : "%d values are wrong".formatted(errors.size())));
    this.errors = List.copyOf(errors);
  }

  /**
   * @param column key of the value
   * @param message what is wrong and what to do
   */
  public record WrongValue(String column, String message) {}

  public List<WrongValue> errors() {
    return errors;
  }
}
