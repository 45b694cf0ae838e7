package com.customerfocus.benchmark;

/**
 * What one part of a run took.
 *
 * @param name as the report says it, such as {@code acknowledge}
 * @param people how many it was done for
 * @param seconds from the first action to the end of the last
 * @param executions JDBC executions of all nodes meanwhile, a batch counting once
 * @param actions how long each single action took, such as one answer on the page
 * @param peakHeap the sum of what the parts of the heap had at most during the phase, each at its
 *     own moment, in bytes, on the node that has most
 */
record Phase(
    String name, long people, double seconds, long executions, Latencies actions, long peakHeap) {

  Phase forPeople(long others) {
    return new Phase(name, others, seconds, executions, actions, peakHeap);
  }

  double peopleASecond() {
    return people / seconds;
  }

  double executionsAPerson() {
    return (double) executions / people;
  }
}
