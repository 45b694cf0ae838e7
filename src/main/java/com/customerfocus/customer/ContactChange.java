package com.customerfocus.customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

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

  /**
   * As a form sends it, each setting by its name; empty when a value is none of the setting's, or a
   * setting is there twice: no form of ours sends that.
   */
  public static List<ContactChange> parse(Map<String, List<String>> form) {
    var changes = new ArrayList<ContactChange>();
    for (var setting : Setting.values()) {
      var chosen = form.getOrDefault(setting.name(), List.of());
      if (chosen.size() > 1 || !chosen.stream().allMatch(value -> isValue(setting, value))) {
        return List.of();
      }
      chosen.forEach(value -> changes.add(new ContactChange(setting, value)));
    }
    return changes;
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
