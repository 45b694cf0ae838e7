package com.customerfocus.customercase.figures;

import com.customerfocus.customercase.figures.CaseFigureRecords.Grouping;
import com.customerfocus.customercase.figures.CaseFigureRecords.Unit;
import com.customerfocus.support.Period;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of cases. Its number of statements does not depend on how many cases, departments
 * and companies there are.
 */
@Service
@Transactional(readOnly = true)
public class CaseFigureService {

  private final CaseFigureRecords records;
  private final Clock clock;

  CaseFigureService(CaseFigureRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /**
   * Figures of a period.
   *
   * @param byDepartment of the owners' departments, by name
   * @param byHeritage of the companies from which the owners came, by name
   */
  public record FiguresOfPeriod(
      Instant from,
      Instant until,
      CaseFigures all,
      List<FiguresOfUnit> byDepartment,
      List<FiguresOfUnit> byHeritage) {}

  /**
   * Figures of the cases whose owners belonged to a unit when they ended.
   *
   * @param id null for owners who were not on file then
   * @param name the id where the unit is not on file any more
   */
  public record FiguresOfUnit(String id, String name, CaseFigures figures) {}

  /**
   * The period between these moments.
   *
   * @param from null for 90 days before the end
   * @param until null for now
   */
  public Period period(Instant from, Instant until) {
    return Period.of(from, until, clock.instant());
  }

  /** All figures of the period. Without any case they are 0, and times are null. */
  public FiguresOfPeriod of(Period period) {
    var units = new HashMap<Unit, UnitCounts>();
    add(records.opened(period), CaseFigureRecords.OpenedRow::unit, UnitCounts::opened, units);
    add(records.kinds(period), CaseFigureRecords.KindRow::unit, UnitCounts::kind, units);
    add(records.runs(period), CaseFigureRecords.RunRow::unit, UnitCounts::runs, units);
    add(records.steps(period), CaseFigureRecords.StepRow::unit, UnitCounts::steps, units);
    add(records.news(period), CaseFigureRecords.NewsRow::unit, UnitCounts::news, units);
    add(
        records.corrections(period),
        CaseFigureRecords.CorrectionRow::unit,
        UnitCounts::corrections,
        units);
    add(
        records.escalations(period),
        CaseFigureRecords.EscalationRow::unit,
        UnitCounts::escalation,
        units);
    add(records.goodwill(period), CaseFigureRecords.GoodwillRow::unit, UnitCounts::goodwill, units);
    add(records.surveys(period), CaseFigureRecords.SurveyRow::unit, UnitCounts::survey, units);
    return new FiguresOfPeriod(
        period.from(),
        period.until(),
        units.getOrDefault(new Unit(Grouping.ALL, null), new UnitCounts()).figures(),
        list(units, Grouping.DEPARTMENT, records.names(ids(units, Grouping.DEPARTMENT))),
        list(units, Grouping.HERITAGE, Map.of()));
  }

  private static <T> void add(
      List<T> rows,
      Function<T, Unit> unit,
      BiConsumer<UnitCounts, T> to,
      Map<Unit, UnitCounts> units) {
    for (var row : rows) {
      to.accept(units.computeIfAbsent(unit.apply(row), it -> new UnitCounts()), row);
    }
  }

  private static List<String> ids(Map<Unit, UnitCounts> units, Grouping grouping) {
    return units.keySet().stream()
        .filter(it -> it.grouping() == grouping)
        .map(Unit::id)
        .filter(Objects::nonNull)
        .toList();
  }

  private static List<FiguresOfUnit> list(
      Map<Unit, UnitCounts> units, Grouping grouping, Map<String, String> names) {
    return units.entrySet().stream()
        .filter(it -> it.getKey().grouping() == grouping)
        .map(
            it ->
                new FiguresOfUnit(
                    it.getKey().id(), name(it.getKey(), names), it.getValue().figures()))
        .sorted(
            Comparator.comparing(
                    FiguresOfUnit::name, Comparator.nullsLast(Comparator.<String>naturalOrder()))
                .thenComparing(
                    FiguresOfUnit::id, Comparator.nullsLast(Comparator.<String>naturalOrder())))
        .toList();
  }

  private static String name(Unit unit, Map<String, String> names) {
    return unit.id() == null ? null : names.getOrDefault(unit.id(), unit.id());
  }
}
