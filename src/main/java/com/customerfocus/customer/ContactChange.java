package com.customerfocus.customer;

import java.util.Arrays;
import java.util.Optional;

/**
 * One setting, as the customer wants it from now on.
 *
 * @param chosen one of the values of the setting
 */
public record ContactChange(Setting what, String chosen) {

  /** What customers decide themselves; stored by its name. */
  public enum Setting {
    /** What we may write about; its values are those of {@link ContactChoice}. */
    CONTACT,
    /** On paper instead of by mail: {@code true} or {@code false}. */
    BY_POST,
    /** {@code en} or {@code es}. */
    LANGUAGE
  }

  public static ContactChange of(ContactChoice choice) {
    return new ContactChange(Setting.CONTACT, choice.name());
  }

  /** As a form sends it; empty for what no form of ours sends. */
  public static Optional<ContactChange> parse(String what, String chosen) {
    return Arrays.stream(Setting.values())
        .filter(setting -> setting.name().equals(what))
        .filter(setting -> isValue(setting, chosen))
        .map(setting -> new ContactChange(setting, chosen))
        .findFirst();
  }

  private static boolean isValue(Setting setting, String chosen) {
    return switch (setting) {
      case CONTACT ->
          Arrays.stream(ContactChoice.values()).anyMatch(choice -> choice.name().equals(chosen));
      case BY_POST -> chosen.equals("true") || chosen.equals("false");
      case LANGUAGE -> chosen.equals("en") || chosen.equals("es");
    };
  }
}
