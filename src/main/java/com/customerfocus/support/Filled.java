package com.customerfocus.support;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The text must not be blank as {@link Texts#isBlank} sees it; {@code @NotBlank} takes a no-break
 * space for a text.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Filled.Validator.class)
public @interface Filled {

  /** A key of messages.properties. */
  String message();

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Looks at the text. */
  class Validator implements ConstraintValidator<Filled, String> {

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      return !Texts.isBlank(text);
    }
  }
}
