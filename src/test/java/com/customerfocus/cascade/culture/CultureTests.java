package com.customerfocus.cascade.culture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.cascade.process.SmallCompany;
import com.customerfocus.cascade.report.CascadeReports;
import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CascadeSteps;
import com.customerfocus.testing.CustomerFocusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Success attributes that managers name of their former company: Boss and Bea came from the new
 * company, Ana and Fred from the old one.
 */
@CustomerFocusTest
class CultureTests {

  private final ProcessEngine engine;
  private final OrganizationImporter importer;
  private final CascadeSteps cascadeSteps;
  private final CascadeReports reports;
  private final JdbcTemplate rows;

  private long cascade;

  @Autowired
  CultureTests(
      ProcessEngine engine,
      OrganizationImporter importer,
      CascadeSteps cascadeSteps,
      CascadeReports reports,
      JdbcTemplate rows) {
    this.engine = engine;
    this.importer = importer;
    this.cascadeSteps = cascadeSteps;
    this.reports = reports;
    this.rows = rows;
  }

  @BeforeEach
  void aMemoIsReleased() {
    SmallCompany.people().importInto(importer);
    rows.update("update person set heritage = 'Old Company' where id = 'fred'");
    cascade = cascadeSteps.launchAndRelease("boss", "com");
  }

  @ParameterizedTest
  @CsvSource({
    "<b>Pride</b>, , 'Say what to do with “<b>Pride</b>”: keep, merge or transform it.'",
    "Pride, forget, 'Say what to do with “Pride”: keep, merge or transform it.'",
    ", keep, 'say what it is'",
    "'  ', keep, 'say what it is'",
  })
  void aNameAndWhatToDoWithItBelongTogether(String attribute, String treatment, String refusal) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> brief("boss", attribute, treatment))
        .withMessageContaining(refusal);

    assertThat(reports.culture(cascade).orElseThrow()).isEmpty();
    assertThat(cascadeSteps.briefingOf("boss")).isPresent();
  }

  @Test
  void aNameHasAtMostTwoHundredCharacters() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> brief("boss", "x".repeat(201), "keep"))
        .withMessageContaining("has 201 characters; at most 200 fit");

    brief("boss", "İ".repeat(200), "keep");
    assertThat(reports.culture(cascade).orElseThrow()).containsOnlyKeys("New Company");
  }

  @Test
  void nothingNamedIsFine() {
    brief("boss", null, null, "", "");

    assertThat(reports.culture(cascade).orElseThrow()).isEmpty();
    assertThat(followed()).doesNotContain("successful");
  }

  @Test
  void theSameAttributeTwiceInOneBriefingCountsOnce() {
    brief("boss", "Pride in our work", "keep", " pride  in OUR work ", "merge");

    assertThat(reports.culture(cascade).orElseThrow())
        .isEqualTo(
            Map.of("New Company", List.of(new CultureAttribute("Pride in our work", 1, 0, 0, 1))));
  }

  @Test
  void theCompaniesStandSideBySideWhatMostNamedFirst() {
    brief("boss", "Speed", "keep");
    brief("ana", "We know <i>each</i> customer", "keep", "Craft & care", "merge");
    brief("fred", "craft  &  CARE", "transform", "Señorío 🎉", "keep");
    brief("bea", "speed", "keep", "Ideas of the front line", "merge");

    var culture = reports.culture(cascade).orElseThrow();

    assertThat(culture).containsOnlyKeys("New Company", "Old Company");
    assertThat(culture.get("New Company"))
        .extracting(it -> it.attribute().toLowerCase() + " " + it.keep() + " " + it.total())
        .containsExactly("speed 2 2", "ideas of the front line 0 1");
    assertThat(culture.get("Old Company"))
        .extracting(
            it -> it.attribute().toLowerCase() + " " + it.merge() + it.transform() + it.total())
        .containsExactly("craft & care 112", "señorío 🎉 001", "we know <i>each</i> customer 001");
    assertThat(followed())
        .contains("New Company", "Old Company", "We know &lt;i&gt;each&lt;/i&gt; customer")
        .contains("Craft &amp; care</td><td>2</td><td>0</td><td>1</td><td>1</td>");
  }

  @Test
  void aManagerIsShownWhatOthersOfTheOwnCompanyNamed() {
    assertThat(suggestionsFor("boss")).isEmpty();
    brief("boss", "Speed", "keep");
    brief("ana", "We know <i>each</i> customer", "keep", "Craft & care", "merge");
    cascadeSteps.runJobs();

    assertThat(suggestionsFor("fred"))
        .contains("<li>We know &lt;i&gt;each&lt;/i&gt; customer (1)</li>", "Craft &amp; care (1)")
        .doesNotContain("Speed", "\n");
    assertThat(suggestionsFor("bea")).contains("<li>Speed (1)</li>").doesNotContain("Craft");
  }

  private void brief(String manager, String... named) {
    var culture = new HashMap<String, Object>();
    for (var i = 0; i < named.length; i += 2) {
      culture.put("attribute" + (i / 2 + 1), named[i]);
      culture.put("treatment" + (i / 2 + 1), named[i + 1]);
    }
    var report = new HashMap<String, Object>();
    report.put("heldOn", "2026-03-02");
    report.put("culture", culture);
    cascadeSteps.brief(manager, report);
  }

  private String suggestionsFor(String manager) {
    var task = cascadeSteps.briefingOf(manager).orElseThrow();
    return cascadeSteps
        .shown(manager, task, "briefing", SpinJsonNode.class)
        .prop("culture")
        .prop("suggestions")
        .stringValue();
  }

  private String followed() {
    var task =
        engine.getTaskService().createTaskQuery().taskDefinitionKey("followCascade").singleResult();
    return cascadeSteps.shown("boss", task, "progressText", String.class);
  }
}
