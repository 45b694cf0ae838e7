package com.customerfocus.customercase.figures;

import com.customerfocus.customercase.CaseKind;
import com.customerfocus.customercase.escalation.CaseEscalationReason;
import com.customerfocus.customercase.figures.CaseFigureRecords.GoodwillRow;
import com.customerfocus.customercase.figures.CaseFigureRecords.RunRow;
import com.customerfocus.customercase.figures.CaseFigureRecords.StepRow;
import com.customerfocus.customercase.figures.CaseFigureRecords.SurveyRow;
import com.customerfocus.customercase.figures.CaseFigures.CameBackFigures;
import com.customerfocus.customercase.figures.CaseFigures.ComfortFigures;
import com.customerfocus.customercase.figures.CaseFigures.GoodwillFigures;
import com.customerfocus.customercase.figures.CaseFigures.OnTimeFigures;
import com.customerfocus.customercase.figures.CaseFigures.QuestionFigures;
import com.customerfocus.customercase.figures.CaseFigures.SurveyFigures;
import com.customerfocus.customercase.figures.CaseFigures.TimeFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of one unit, put together from the rows of all statements. */
final class UnitCounts {

  /** Of a unit without ended runs. */
  private static final RunRow NO_RUN =
      new RunRow(null, 0, 0, 0, 0, 0, 0, 0, 0, null, null, 0, null, null);

  private static final StepRow NO_STEP = new StepRow(null, 0, 0);
  private static final SurveyRow NO_SURVEY =
      new SurveyRow(null, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  private final Map<CaseKind, Long> kinds = new EnumMap<>(CaseKind.class);
  private final Map<CaseEscalationReason, Long> escalations =
      new EnumMap<>(CaseEscalationReason.class);
  private final List<GoodwillFigures> goodwill = new ArrayList<>();
  private long opened;
  private long onTime;
  private long late;
  private long corrections;
  private RunRow runs = NO_RUN;
  private StepRow steps = NO_STEP;
  private SurveyRow survey = NO_SURVEY;

  UnitCounts() {
    for (var kind : CaseKind.values()) {
      kinds.put(kind, 0L);
    }
    for (var reason : CaseEscalationReason.values()) {
      escalations.put(reason, 0L);
    }
  }

  void opened(CaseFigureRecords.OpenedRow row) {
    opened = row.opened();
  }

  void kind(CaseFigureRecords.KindRow row) {
    kinds.put(row.kind(), row.ended());
  }

  void runs(RunRow row) {
    runs = row;
  }

  void steps(StepRow row) {
    steps = row;
  }

  void news(CaseFigureRecords.NewsRow row) {
    onTime = row.onTime();
    late = row.late();
  }

  void corrections(CaseFigureRecords.CorrectionRow row) {
    corrections = row.corrections();
  }

  void escalation(CaseFigureRecords.EscalationRow row) {
    escalations.put(row.reason(), row.times());
  }

  void goodwill(GoodwillRow row) {
    goodwill.add(
        new GoodwillFigures(
            row.currency(), row.granted(), row.amount(), row.refused(), row.lapsed()));
  }

  void survey(SurveyRow row) {
    survey = row;
  }

  CaseFigures figures() {
    var ended = runs.closed() + runs.withdrawn();
    goodwill.sort(Comparator.comparing(GoodwillFigures::currency));
    return new CaseFigures(
        opened,
        ended,
        kinds,
        new ComfortFigures(
            runs.ownWord()
                + runs.ownersNote()
                + steps.not()
                + runs.unconfirmed()
                + runs.withdrawn(),
            runs.ownWord(),
            runs.ownersNote(),
            steps.not(),
            runs.unconfirmed(),
            runs.withdrawn(),
            Estimate.share(runs.ownWord(), ended)),
        new TimeFigures(runs.news(), minutes(runs.newsMedian()), minutes(runs.newsP90())),
        new TimeFigures(runs.comfort(), minutes(runs.comfortMedian()), minutes(runs.comfortP90())),
        new OnTimeFigures(onTime + late, onTime, late, Estimate.share(onTime, onTime + late)),
        steps.loops(),
        corrections,
        escalations,
        new CameBackFigures(
            runs.closed(), runs.cameBack(), Estimate.share(runs.cameBack(), runs.closed())),
        survey(),
        goodwill,
        runs.unhappy(),
        runs.unhappy() * CaseFigures.TOLD_BY_EACH);
  }

  private SurveyFigures survey() {
    var satisfaction =
        answers(
            "1", survey.satisfaction1(),
            "2", survey.satisfaction2(),
            "3", survey.satisfaction3(),
            "4", survey.satisfaction4(),
            "5", survey.satisfaction5());
    var recommendation =
        answers(
            "PROMOTERS", survey.promoters(),
            "PASSIVES", survey.passives(),
            "DETRACTORS", survey.detractors());
    var preference =
        answers(
            "YES", survey.chooseYes(),
            "NO", survey.chooseNo(),
            "NOT_SURE", survey.chooseNotSure());
    var courtesy =
        answers(
            "YES", survey.courtesyYes(),
            "PARTLY", survey.courtesyPartly(),
            "NO", survey.courtesyNo());
    return new SurveyFigures(
        survey.asked(),
        survey.answered(),
        survey.toOwner(),
        share(satisfaction, survey.satisfaction4() + survey.satisfaction5()),
        question(
            recommendation,
            Estimate.netPromoter(survey.promoters(), survey.detractors(), n(recommendation))),
        share(preference, survey.chooseYes()),
        share(courtesy, survey.courtesyYes()));
  }

  private static Map<String, Long> answers(Object... pairs) {
    var answers = new LinkedHashMap<String, Long>();
    for (var i = 0; i < pairs.length; i += 2) {
      answers.put((String) pairs[i], (Long) pairs[i + 1]);
    }
    return answers;
  }

  private static long n(Map<String, Long> answers) {
    return answers.values().stream().mapToLong(it -> it).sum();
  }

  private static QuestionFigures share(Map<String, Long> answers, long those) {
    return question(answers, Estimate.share(those, n(answers)));
  }

  private static QuestionFigures question(Map<String, Long> answers, Estimate value) {
    return new QuestionFigures(value.n(), value.tooFew() ? null : answers, value);
  }

  /** To the nearest minute. */
  private static Long minutes(Double seconds) {
    return seconds == null ? null : Math.floorDiv(Math.round(seconds) + 30, 60L);
  }
}
