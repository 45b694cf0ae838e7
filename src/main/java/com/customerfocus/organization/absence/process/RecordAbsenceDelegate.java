package com.customerfocus.organization.absence.process;

import static com.customerfocus.organization.absence.process.PersonAbsenceProcess.ABSENCE;
import static com.customerfocus.organization.absence.process.PersonAbsenceProcess.ABSENCE_TEXT;
import static com.customerfocus.organization.absence.process.PersonAbsenceProcess.ABSENCE_TITLE;
import static com.customerfocus.organization.absence.process.PersonAbsenceProcess.OUTCOME;
import static com.customerfocus.organization.absence.process.PersonAbsenceProcess.PROBLEMS;
import static com.customerfocus.organization.absence.process.PersonAbsenceProcess.UNTIL_AT;

import com.customerfocus.engine.CurrentActor;
import com.customerfocus.engine.variable.BusinessKey;
import com.customerfocus.organization.absence.AbsenceService;
import com.customerfocus.organization.absence.process.PersonAbsenceProcess.Problems;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records, changes or ends an absence as entered, or reports what is wrong with the entry. */
@Component
class RecordAbsenceDelegate implements JavaDelegate {

  private final AbsenceService absences;

  RecordAbsenceDelegate(AbsenceService absences) {
    this.absences = absences;
  }

  @Override
  public void execute(DelegateExecution execution) {
    var report =
        absences.report(
            BusinessKey.find(execution), ABSENCE.get(execution), CurrentActor.of(execution));
    OUTCOME.set(execution, report.outcome());
    ABSENCE_TITLE.set(execution, report.title());
    ABSENCE_TEXT.set(execution, report.text());
    UNTIL_AT.set(execution, Optional.ofNullable(report.until()).map(Date::from).orElse(null));
    PROBLEMS.set(execution, new Problems(report.problems()));
    execution.setProcessBusinessKey(Objects.toString(report.absenceId(), null));
  }
}
