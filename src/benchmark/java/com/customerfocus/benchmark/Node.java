package com.customerfocus.benchmark;

import java.net.URI;

/** One running program of those that share the work. */
interface Node extends AutoCloseable {

  /** Where it answers, such as {@code http://127.0.0.1:40123}. */
  URI address();

  /** Its JDBC executions since it was started; a batch is one. */
  long executions();

  /** From now on a new peak is looked for. */
  void forgetPeakHeap();

  /** The sum of what the parts of its heap had at most, each at its own moment, in bytes. */
  long peakHeap();

  @Override
  void close();
}
