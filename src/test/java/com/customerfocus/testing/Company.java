package com.customerfocus.testing;

import com.customerfocus.organization.imports.OrganizationImporter;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;

/** Organizations for tests, imported like an HR system's file. */
public class Company {

  public static final String HEADER =
      "employee id,name,mail,manager,department,heritage company,language,site,roles\n";

  private final StringBuilder csv = new StringBuilder(HEADER);
  private String site = "Madrid";
  private int people;

  /** A full tree: a top and a number of levels below, each manager with {@code span} reports. */
  public static Company tree(int span, int levels) {
    var company = new Company();
    company.add("p0", null, "Board", "senior-officer");
    company.grow("p0", span, levels);
    company.add("reviewer", "p0", "Marketing", "communications");
    return company;
  }

  /**
   * Olga, a senior officer, manages Ana of Sales with Bea, Fred of Care with Gil, and Com in
   * communications.
   */
  public static Company twoTeams() {
    return new Company()
        .add("olga", "Olga", null, "Board", "en", "senior-officer")
        .add("ana", "Ana", "olga", "Sales", "en", "department-head")
        .add("bea", "Bea", "ana", "Sales", "en", "")
        .add("fred", "Fred", "olga", "Care", "en", "department-head")
        .add("gil", "Gil", "fred", "Care", "en", "")
        .add("com", "Com", "olga", "Marketing", "en", "communications");
  }

  private void grow(String manager, int span, int levels) {
    if (levels == 0) {
      return;
    }
    for (int i = 1; i <= span; i++) {
      var id = manager + "x" + i;
      add(id, manager, "Department " + i, "");
      grow(id, span, levels - 1);
    }
  }

  /** Sets the site of people added from now on. */
  public Company at(String site) {
    this.site = site;
    return this;
  }

  /** Adds a person whose name and mail follow from the id. */
  public Company add(String id, String manager, String department, String roles) {
    var language = (people + 1) % 3 == 0 ? "es" : "en";
    return add(id, "Name of " + id, manager, department, language, roles);
  }

  /** Adds a person whose mail follows from the id. */
  public Company add(
      String id, String name, String manager, String department, String language, String roles) {
    return add(id, name, id + "@old.example", manager, department, language, roles);
  }

  /** Adds a person without a mail address. */
  public Company addWithoutMail(String id, String name, String manager, String department) {
    return add(id, name, "", manager, department, "en", "");
  }

  private Company add(
      String id,
      String name,
      String mail,
      String manager,
      String department,
      String language,
      String roles) {
    people++;
    csv.append(
        "%s,%s,%s,%s,%s,%s,%s,%s,%s\n"
            .formatted(
                id,
                name,
                mail,
                manager == null ? "" : manager,
                department,
                people % 2 == 0 ? "Old Company" : "New Company",
                language,
                site,
                roles));
    return this;
  }

  /** Number of people. */
  public int people() {
    return people;
  }

  /** The organization file. */
  public String csv() {
    return csv.toString();
  }

  public Company importInto(OrganizationImporter importer) {
    importFile(csv(), importer);
    return this;
  }

  /** Imports an organization file. */
  public static void importFile(String csv, OrganizationImporter importer) {
    importer.importFile(new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8)));
  }
}
