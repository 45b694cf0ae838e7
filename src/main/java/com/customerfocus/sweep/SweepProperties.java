package com.customerfocus.sweep;

import com.customerfocus.support.InvalidSettingException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether this node runs sweeps
 * @param every pauses between two runs, by the name of the sweep; others keep their own
 */
@ConfigurationProperties(SweepProperties.PREFIX)
record SweepProperties(
    @DefaultValue("true") boolean enabled, @DefaultValue Map<String, Duration> every) {

  static final String PREFIX = "customer-focus.sweeps";

  /**
   * The pause between two runs of this sweep.
   *
   * @throws InvalidSettingException when it is set to none
   */
  Duration pauseOf(Sweep sweep) {
    var pause = every.getOrDefault(sweep.name(), sweep.every());
    if (pause.isZero() || pause.isNegative()) {
      throw new InvalidSettingException(
          "%s.every.%s is %s.".formatted(PREFIX, sweep.name(), pause),
          "Set it to the pause between two runs, such as 3s.");
    }
    return pause;
  }

  /**
   * @throws InvalidSettingException when a pause is set for a sweep that there is not
   */
  void checkNames(Collection<String> sweeps) {
    every.keySet().stream()
        .filter(name -> !sweeps.contains(name))
        .findAny()
        .ifPresent(
            name -> {
              throw new InvalidSettingException(
                  "%s.every.%s is set, but there is no such sweep.".formatted(PREFIX, name),
                  "Use one of these names: %s.".formatted(String.join(", ", sweeps)));
            });
  }
}
