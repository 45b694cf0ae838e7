package com.customerfocus.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console what to do, instead of a stack trace. */
class DatabaseInUseFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseInUse> {

  @Override
  protected FailureAnalysis analyze(Throwable root, DatabaseInUse cause) {
    return new FailureAnalysis(
        cause.getMessage() + ".",
        """
        An H2 database is for one process. Either

            stop the other process, another start of this program or a database tool, first, or
            start this one in another folder, for a database of its own, or
            run several nodes on PostgreSQL: SPRING_PROFILES_ACTIVE=postgres.\
        """,
        cause);
  }
}
