package com.customerfocus.organization.absence;

import com.customerfocus.organization.OrganizationService;
import com.customerfocus.organization.Person;
import com.customerfocus.organization.absence.AbsenceReport.Problem;
import com.customerfocus.text.FormHtml;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the form shows of an absence after an entry. */
@Component
class AbsenceReports {

  private final OrganizationService organization;
  private final FormHtml html;

  AbsenceReports(OrganizationService organization, FormHtml html) {
    this.organization = organization;
    this.html = html;
  }

  AbsenceReport onRecord(Absence absence) {
    var person = organization.person(absence.personId()).orElseThrow().name();
    var days = DayFormat.said(absence.fromDay(), absence.untilDay());
    var deputy =
        Optional.ofNullable(absence.deputyId()).flatMap(organization::person).map(Person::name);
    return new AbsenceReport(
        AbsenceReport.AWAY,
        absence.id(),
        "%s, %s".formatted(person, days),
        html.of(
            "absence", Locale.ENGLISH, Map.of("person", person, "days", days, "deputy", deputy)),
        absence.untilAt(),
        List.of());
  }

  static AbsenceReport nothing() {
    return new AbsenceReport(AbsenceReport.NOTHING, null, null, null, null, List.of());
  }

  AbsenceReport wrong(Optional<Absence> current, List<Problem> problems) {
    var kept = current.map(this::onRecord).orElseGet(AbsenceReports::nothing);
    return new AbsenceReport(
        AbsenceReport.CORRECT,
        kept.absenceId(),
        kept.title(),
        kept.text(),
        kept.until(),
        List.copyOf(problems));
  }
}
