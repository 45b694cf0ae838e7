package com.customerfocus.worktime;

import com.customerfocus.support.InvalidSettingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Keeps the names of calendars as an administrator writes them.
 *
 * <p>Of a key of a map, Spring Boot keeps letters from a to z, digits, {@code -} and {@code _}
 * only, unless the key stands in brackets: {@code New York} would become {@code NewYork}, and
 * {@code 東京} nothing at all. In files the brackets are added here; elsewhere, as on the command
 * line, a name that would lose characters is refused. Names of weekdays are kept in the same way,
 * so that a mistake is reported as it was written.
 */
class CalendarNames implements EnvironmentPostProcessor, Ordered {

  private static final String CALENDARS = WorkingTimeProperties.PREFIX + ".calendars";

  private static final Pattern KEY =
      Pattern.compile(
          "customer[-_]?focus\\.working[-_]?time\\.calendars\\.(?<rest>.+)",
          Pattern.CASE_INSENSITIVE);

  /**
   * A name may contain a dot; what follows it is one of the settings of {@link CalendarBuilder}.
   */
  private static final Pattern SETTING =
      Pattern.compile(
          "(?<name>.+?)\\.(?:hours\\.(?<weekdays>[^\\[]+)(?<hour>\\[\\d+])?"
              + "|(?<setting>zone|hours|country|region|(?:closed|open)[-_]?days(?:\\[\\d+])?"
              + "|sites(?:\\[\\d+])?))",
          Pattern.CASE_INSENSITIVE);

  /** What Spring Boot keeps of a key without brackets. */
  private static final Pattern KEPT = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_-]*");

  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 1;
  }

  /**
   * @throws InvalidSettingException for a key that is no setting of a calendar, and for a name that
   *     would lose characters
   */
  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    var sources = environment.getPropertySources();
    for (var source : List.copyOf(sources.stream().toList())) {
      if (source instanceof OriginTrackedMapPropertySource file && hasCalendars(file)) {
        sources.replace(file.getName(), withNamesInBrackets(file));
      } else if (source instanceof EnumerablePropertySource<?> other && hasCalendars(other)) {
        checkNames(other);
      }
    }
  }

  private static boolean hasCalendars(PropertySource<?> source) {
    // Variables of the environment have only letters, digits and underscores.
    return source instanceof EnumerablePropertySource<?> names
        && !(source instanceof SystemEnvironmentPropertySource)
        && List.of(names.getPropertyNames()).stream().anyMatch(key -> KEY.matcher(key).matches());
  }

  private static OriginTrackedMapPropertySource withNamesInBrackets(
      OriginTrackedMapPropertySource file) {
    var settings = new LinkedHashMap<String, Object>();
    file.getSource().forEach((key, value) -> settings.put(inBrackets(key), value));
    return new OriginTrackedMapPropertySource(file.getName(), settings, file.isImmutable());
  }

  private static void checkNames(EnumerablePropertySource<?> source) {
    for (var key : source.getPropertyNames()) {
      var inBrackets = inBrackets(key);
      if (!inBrackets.equals(key)) {
        throw new InvalidSettingException(
            "The setting %s would lose characters of its name.".formatted(key),
            "Write it as %s, or in an application.yaml.".formatted(inBrackets));
      }
    }
  }

  private static String inBrackets(String key) {
    var calendar = KEY.matcher(key);
    if (!calendar.matches()) {
      return key;
    }
    var setting = SETTING.matcher(calendar.group("rest"));
    if (!setting.matches()) {
      throw new InvalidSettingException(
          "%s.%s is no setting of a working time calendar."
              .formatted(CALENDARS, calendar.group("rest")),
          "Each calendar has zone, hours, country, region, closed-days, open-days and sites. Write"
              + " one of these below the name of the calendar.");
    }
    if (KEPT.matcher(setting.group("name")).matches() && isKept(setting.group("weekdays"))) {
      return key;
    }
    var rest =
        setting.group("weekdays") == null
            ? setting.group("setting")
            : "hours[%s]%s"
                .formatted(
                    setting.group("weekdays"),
                    setting.group("hour") == null ? "" : setting.group("hour"));
    return "%s[%s].%s".formatted(CALENDARS, setting.group("name"), rest);
  }

  private static boolean isKept(String weekdays) {
    return weekdays == null || KEPT.matcher(weekdays).matches();
  }
}
