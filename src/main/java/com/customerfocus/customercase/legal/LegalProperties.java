package com.customerfocus.customercase.legal;

import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.support.NameKey;
import com.customerfocus.support.Texts;
import com.customerfocus.worktime.BusinessDays;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which laws hold where. Without jurisdictions, which is the default, there are no deadlines.
 *
 * @param jurisdictions the first one of a site counts
 */
@ConfigurationProperties(LegalProperties.PREFIX)
record LegalProperties(List<Jurisdiction> jurisdictions) implements Laws {

  static final String PREFIX = "customer-focus.complaint-deadlines";

  /**
   * @throws InvalidSettingException when one of them cannot be used
   */
  LegalProperties {
    jurisdictions = jurisdictions == null ? List.of() : List.copyOf(jurisdictions);
    jurisdictions.forEach(Jurisdiction::check);
  }

  /**
   * Where one law holds.
   *
   * @param country two letters, such as {@code gb}
   * @param region whose own holidays count, such as {@code eng}, or null
   * @param sector as the table {@code complaint-deadlines} has it, such as {@code financial}, or
   *     null
   * @param zone by whose clock days begin, such as {@code Europe/London}
   * @param sites of the owners of cases; all where none is named
   */
  record Jurisdiction(
      String country, String region, String sector, String zone, List<String> sites) {

    Jurisdiction {
      sites = sites == null ? List.of() : List.copyOf(sites);
    }

    boolean holdsFor(String site) {
      return sites.isEmpty()
          || site != null && sites.stream().map(NameKey::of).anyMatch(NameKey.of(site)::equals);
    }

    /** As the table has it. */
    String countryCode() {
      return Texts.strip(country).toUpperCase(Locale.ROOT);
    }

    BusinessDays days() {
      return BusinessDays.of(country, region);
    }

    ZoneId zoneId() {
      return ZoneId.of(Texts.strip(zone));
    }

    private void check() {
      if (Texts.isBlank(country) || Texts.isBlank(zone)) {
        throw unusable("Each jurisdiction has a country and a zone.");
      }
      try {
        days();
        zoneId();
      } catch (IllegalArgumentException | DateTimeException e) {
        throw unusable(e.getMessage() + ".");
      }
    }

    private static InvalidSettingException unusable(String problem) {
      return new InvalidSettingException(
          "The deadlines for complaints cannot be used. " + problem,
          "Write a country such as gb, a region of it such as eng where holidays differ, and a zone"
              + " such as Europe/London. It is the setting %s.jurisdictions.".formatted(PREFIX));
    }
  }
}
