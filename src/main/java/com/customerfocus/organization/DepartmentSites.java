package com.customerfocus.organization;

import static java.util.stream.Collectors.joining;

import com.customerfocus.organization.OrganizationProperties.DepartmentSite;
import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.support.NameKey;
import com.customerfocus.support.Texts;
import com.customerfocus.worktime.WorkingTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * By which calendar a department works: that of its own site if the settings name one, else that of
 * its head's site, else the default one.
 */
@Component
public class DepartmentSites {

  private static final Logger log = LoggerFactory.getLogger(DepartmentSites.class);
  private static final String SETTING = OrganizationProperties.PREFIX + ".department-sites";

  private final JdbcClient jdbc;
  private final OrganizationService organization;
  private final WorkingTime workingTime;
  private final Map<String, DepartmentSite> own = new HashMap<>();

  /**
   * @throws InvalidSettingException for a site without a calendar, a blank department, and two
   *     sites of one department
   */
  DepartmentSites(
      JdbcClient jdbc,
      OrganizationService organization,
      WorkingTime workingTime,
      OrganizationProperties settings) {
    this.jdbc = jdbc;
    this.organization = organization;
    this.workingTime = workingTime;
    settings.departmentSites().forEach(this::add);
  }

  private void add(DepartmentSite setting) {
    if (Texts.isBlank(setting.department())) {
      throw new InvalidSettingException(
          "%s has an entry without a department.".formatted(SETTING),
          "Write department and site of each entry.");
    }
    if (!workingTime.hasCalendarOf(setting.site())) {
      var sites = workingTime.sites();
      throw new InvalidSettingException(
          "The department \"%s\" is to work by the calendar of the site \"%s\", which has none."
              .formatted(setting.department(), setting.site() == null ? "" : setting.site()),
          ("In %s, name a site with a calendar of its own (%s), or add the calendar to"
                  + " customer-focus.working-time.calendars.")
              .formatted(SETTING, sites.isEmpty() ? "there are none" : String.join(", ", sites)));
    }
    var other = own.put(NameKey.of(setting.department()), setting);
    if (other != null) {
      throw new InvalidSettingException(
          "The department \"%s\" has two sites, \"%s\" and \"%s\"."
              .formatted(setting.department(), other.site(), setting.site()),
          "Name each department once in %s.".formatted(SETTING));
    }
  }

  private record Row(String name, String headSite) {}

  /** What a transaction has read; the next one reads it anew. */
  private static final class Known implements TransactionSynchronization {
    private final Map<String, Optional<String>> sites = new HashMap<>();
  }

  /**
   * The site whose calendar the department works by; null for the default calendar, which a
   * department has, too, that is not known. One statement for each department in a transaction: a
   * step reads several dates on the same calendar.
   */
  public String siteOf(String departmentId) {
    return known().sites.computeIfAbsent(departmentId, this::read).orElse(null);
  }

  private static Known known() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      return new Known();
    }
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(Known.class::isInstance)
        .map(Known.class::cast)
        .findFirst()
        .orElseGet(DepartmentSites::begin);
  }

  private static Known begin() {
    var known = new Known();
    TransactionSynchronizationManager.registerSynchronization(known);
    return known;
  }

  private Optional<String> read(String departmentId) {
    return jdbc.sql(
            """
            select d.name, h.site as head_site
              from department d left join person h on h.id = d.head_id
             where d.id = :id
            """)
        .param("id", departmentId)
        .query((row, number) -> new Row(row.getString("name"), row.getString("head_site")))
        .optional()
        .map(this::site);
  }

  private String site(Row department) {
    var setting = own.get(NameKey.of(department.name()));
    if (setting != null) {
      return setting.site();
    }
    return workingTime.hasCalendarOf(department.headSite()) ? department.headSite() : null;
  }

  /** Tells the administrator at start which departments of the setting have no people. */
  @EventListener(ApplicationReadyEvent.class)
  void check() {
    var departments = own.isEmpty() ? List.<Department>of() : organization.departments();
    // Before the first import there are none at all.
    if (departments.isEmpty()) {
      return;
    }
    var known = departments.stream().map(it -> NameKey.of(it.name())).collect(Collectors.toSet());
    var unknown =
        own.entrySet().stream()
            .filter(it -> !known.contains(it.getKey()))
            .map(it -> "'%s'".formatted(it.getValue().department()))
            .sorted()
            .collect(joining(", "));
    if (!unknown.isEmpty()) {
      log.warn(
          "Departments with a site of their own that have no people: {}. Correct the names in {}.",
          unknown,
          SETTING);
    }
  }
}
