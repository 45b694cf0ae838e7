package com.customerfocus.support;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/**
 * Checks what people entered against the constraints on its record, such as {@code @Size}. The
 * message of a constraint is a key of messages.properties; at its placeholders stand the length
 * entered, the longest possible, and of an element of a list its number.
 */
public final class Inputs {

  /** Characters of a few words. */
  private static final int SHORTEST = 10;

  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  private Inputs() {}

  /**
   * @throws InvalidInputException that says the first thing that is wrong, in the order of the
   *     components
   */
  public static void check(Record input) {
    violations(input).stream()
        .findFirst()
        .ifPresent(
            violation -> {
              throw new InvalidInputException(List.of(violation.why()));
            });
  }

  /**
   * What is wrong with one component of a record.
   *
   * @param component its name
   */
  public record Violation(String component, Sentence why) {}

  /** Everything that is wrong, in the order of the components. */
  public static List<Violation> violations(Record input) {
    var components =
        Arrays.stream(input.getClass().getRecordComponents())
            .map(RecordComponent::getName)
            .toList();
    return VALIDATOR.validate(input).stream()
        .sorted(
            Comparator.<ConstraintViolation<?>>comparingInt(it -> components.indexOf(component(it)))
                .thenComparing(Inputs::number))
        .map(it -> new Violation(component(it), sentence(it)))
        .toList();
  }

  /**
   * The text without surplus space.
   *
   * @param key of what the person reads where it is missing
   * @throws InvalidInputException when nothing was entered
   */
  public static String required(String text, String key) {
    if (Texts.isBlank(text)) {
      throw new InvalidInputException(key);
    }
    return Texts.strip(text);
  }

  /**
   * The text without surplus space, null where nothing was entered.
   *
   * @param max characters, surplus space included
   * @param key of what the person reads where it is longer
   * @throws InvalidInputException when it is longer
   */
  public static String limited(String text, int max, String key) {
    if (text != null && text.length() > max) {
      throw new InvalidInputException(key, text.length(), max);
    }
    return Texts.stripToNull(text);
  }

  /**
   * The text without surplus space, of which a person is to say at least a few words.
   *
   * @param max characters, surplus space included
   * @param tooLong key of what the person reads where it is longer
   * @param missing key of what the person reads where it says nothing or too little
   * @throws InvalidInputException in both cases
   */
  public static String said(String text, int max, String tooLong, String missing) {
    var said = limited(text, max, tooLong);
    if (said == null || said.length() < SHORTEST) {
      throw new InvalidInputException(missing);
    }
    return said;
  }

  /**
   * The number of a record.
   *
   * @param key of what the person reads where it is missing or no number
   */
  public static long recordNumber(String text, String key) {
    var number = Texts.stripToNull(text);
    if (number == null || !number.matches("\\d{1,18}")) {
      throw new InvalidInputException(key);
    }
    return Long.parseLong(number);
  }

  private static Sentence sentence(ConstraintViolation<?> violation) {
    return new Sentence(
        violation.getMessage(),
        length(violation.getInvalidValue()),
        violation.getConstraintDescriptor().getAttributes().get("max"),
        number(violation));
  }

  private static Object length(Object value) {
    if (value instanceof CharSequence text) {
      return text.length();
    }
    return value instanceof Collection<?> list ? list.size() : value;
  }

  private static String component(ConstraintViolation<?> violation) {
    return violation.getPropertyPath().iterator().next().getName();
  }

  /** Of an element of a list, from 1; else 0. */
  private static int number(ConstraintViolation<?> violation) {
    var number = 0;
    for (Path.Node node : violation.getPropertyPath()) {
      number = node.getIndex() == null ? number : node.getIndex() + 1;
    }
    return number;
  }
}
