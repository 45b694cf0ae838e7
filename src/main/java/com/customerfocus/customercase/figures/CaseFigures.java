package com.customerfocus.customercase.figures;

import com.customerfocus.customercase.CaseKind;
import com.customerfocus.customercase.escalation.CaseEscalationReason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What became of the cases of a period. All but {@code opened} is of the runs of cases that ended
 * in the period: closed, or withdrawn by the customer. A case that was opened again and ended again
 * has two runs, each measured from its own beginning. A case that another one has taken in counts
 * with that one.
 *
 * @param opened cases that were opened in the period
 * @param ended runs that ended; the kinds add up to it
 * @param loops how often the need had to be understood anew
 * @param corrections how often the customer was told something wrong first
 * @param escalations how often a manager had to decide, by the reason
 * @param unhappyCustomers customers who were not comfortable at least once, or gave a satisfaction
 *     of 1 or 2; each counts once
 * @param estimatedReach the people whom they tell by the estimate of {@value #TOLD_BY_EACH} each;
 *     not to be added up over periods or units, in which the same customer may be
 */
public record CaseFigures(
    long opened,
    long ended,
    Map<CaseKind, Long> byKind,
    ComfortFigures comfort,
    TimeFigures timeToFirstNews,
    TimeFigures timeToComfort,
    OnTimeFigures newsOnTime,
    long loops,
    long corrections,
    Map<CaseEscalationReason, Long> escalations,
    CameBackFigures cameBack,
    SurveyFigures survey,
    List<GoodwillFigures> goodwill,
    long unhappyCustomers,
    long estimatedReach) {

  /** To how many people an unhappy customer talks, by the estimate that the company works with. */
  static final int TOLD_BY_EACH = 250;

  /**
   * Who said that the customer was comfortable; the five add up to n.
   *
   * @param ownWord runs that ended with the customer's own word
   * @param ownersNote with the owner's note of it
   * @param not how often a customer said no, also after the case was closed
   * @param unconfirmed runs that ended without an answer
   * @param withdrawn runs that the customer withdrew
   * @param byOwnWord the share of own words in the runs that ended
   */
  public record ComfortFigures(
      long n,
      long ownWord,
      long ownersNote,
      long not,
      long unconfirmed,
      long withdrawn,
      Estimate byOwnWord) {}

  /**
   * Minutes by the calendar since the run began.
   *
   * @param medianMinutes half of the runs took no longer; null when there are none
   * @param p90Minutes nine of ten took no longer; null likewise
   */
  public record TimeFigures(long n, Long medianMinutes, Long p90Minutes) {}

  /**
   * Moments at which news were due.
   *
   * @param onTime the customer had heard from us by then
   * @param late the customer had not
   */
  public record OnTimeFigures(long n, long onTime, long late, Estimate share) {}

  /**
   * Cases with which the trouble was not over.
   *
   * @param n runs that were closed
   * @param times how many were opened again, or followed by a case with the same problem
   */
  public record CameBackFigures(long n, long times, Estimate share) {}

  /**
   * What customers answered after the runs. What went to an address of the owner's own is not among
   * it.
   *
   * @param asked how many customers were asked
   * @param answered how many answered at least one question
   * @param askedAtOwnersAddress how many questions went to the owner's address
   */
  public record SurveyFigures(
      long asked,
      long answered,
      long askedAtOwnersAddress,
      QuestionFigures satisfaction,
      QuestionFigures recommendation,
      QuestionFigures preference,
      QuestionFigures courtesy) {}

  /**
   * The answers to one question.
   *
   * @param answers how often each was given, which add up to n; null when n is too few
   * @param value satisfaction: share of 4 and 5; recommendation: promoters (9, 10) less detractors
   *     (0 to 6); preference and courtesy: share of yes
   */
  public record QuestionFigures(long n, Map<String, Long> answers, Estimate value) {}

  /**
   * Goodwill in one currency.
   *
   * @param amount sum of what was granted
   */
  public record GoodwillFigures(
      String currency, long granted, BigDecimal amount, long refused, long lapsed) {}
}
