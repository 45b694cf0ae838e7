package com.customerfocus.engine.authorization;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console what to do, instead of a stack trace. */
class NoAdministratorFailureAnalyzer extends AbstractFailureAnalyzer<NoAdministratorException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, NoAdministratorException cause) {
    return new FailureAnalysis(
        "The program has no administrator yet, and does not start without one.",
        """
        Set these two environment variables and start again:

            CUSTOMERFOCUS_ADMINISTRATOR_ID        what the administrator types to log in
            CUSTOMERFOCUS_ADMINISTRATOR_PASSWORD  the password to begin with

        They are needed at the first start only. To look around with a made-up organization \
        instead, start with the profile "demo".\
        """,
        cause);
  }
}
