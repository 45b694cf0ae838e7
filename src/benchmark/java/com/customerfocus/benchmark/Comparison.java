package com.customerfocus.benchmark;

/**
 * Sets a cascade that is over beside the usual way to model one and beside what the database alone
 * can do, in the same run.
 */
final class Comparison {

  /** {@code -Dnaive}: maximum number of people of the usual model; 0 omits it. */
  private static final int NAIVE = Integer.getInteger("naive", 2_000);

  private static final int WARM_UP = 500;

  private static final String NAIVE_REACH = "naive reach";
  private static final String NAIVE_ACKNOWLEDGE = "naive acknowl.";

  private final Program program;
  private final Measurement measurement;
  private final Report report;

  Comparison(Program program, Measurement measurement, Report report) {
    this.program = program;
    this.measurement = measurement;
    this.report = report;
  }

  /**
   * @param nodes the usual way is compared on one node only, the one that knows its sample
   */
  void of(MeasuredCascade cascade, int nodes) throws Exception {
    limit(cascade);
    if (NAIVE > 0 && nodes == 1) {
      naive(cascade);
    }
  }

  /** Nothing is compared: a few people go the usual way, so that it is compiled as ours is. */
  static void warmUp(Program program) throws Exception {
    if (NAIVE > 0) {
      try (var naive = new Naive(program, Staff.id(Staff.LAUNCHER), WARM_UP)) {
        var measurement = Measurement.ofWarmUp(program);
        measurement.measure(NAIVE_REACH, naive.people(), naive::reach);
        measurement.measure(NAIVE_ACKNOWLEDGE, naive.employees(), naive::acknowledge);
      }
    }
  }

  private void limit(MeasuredCascade cascade) {
    var limit = new Limit(program.aside());
    var id = program.count("select max(id) from cascade");
    var receipts = limit.receipts(id);
    var notices = limit.notices(id);
    var ratio = cascade.release().seconds() / receipts.seconds();
    report.put("release", "secondsOfLimit", receipts.seconds());
    report.put("release", "ratioToLimit", ratio);
    report.put("notices", "secondsOfLimit", notices.seconds());
    report.line(
        "The database alone writes %,d receipts in %.2f s: releasing takes %.2f times as long;"
            + " %,d notices in %.2f s",
        receipts.rows(), receipts.seconds(), ratio, notices.rows(), notices.seconds());
  }

  private void naive(MeasuredCascade cascade) throws Exception {
    try (var naive = new Naive(program, Staff.id(Staff.LAUNCHER), NAIVE)) {
      var reach = measurement.measure(NAIVE_REACH, naive.people(), naive::reach);
      var acknowledge =
          measurement.measure(NAIVE_ACKNOWLEDGE, naive.employees(), naive::acknowledge);
      report.put("naive", "people", naive.people());
      report.put("naive", "optimisticLockErrors", naive.conflicts());
      ratio("reach", cascade.reach(), reach);
      ratio("acknowledge", cascade.acknowledge(), acknowledge);
      report.line(
          "The usual way gave %,d people %,d optimistic-lock errors",
          naive.people(), naive.conflicts());
    }
  }

  private void ratio(String key, Phase ours, Phase naive) {
    var ratio = ours.peopleASecond() / naive.peopleASecond();
    report.put(key, "ratioToNaive", ratio);
    report.line(
        "%s: %,.0f people a second, %.1f times as many as the usual way, at %.2f executions a"
            + " person instead of %.2f",
        key, ours.peopleASecond(), ratio, ours.executionsAPerson(), naive.executionsAPerson());
  }
}
