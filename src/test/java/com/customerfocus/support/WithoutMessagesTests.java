package com.customerfocus.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class WithoutMessagesTests {

  @Test
  void theLogSeesWhatFailedAndWhereButNoWords() {
    var cause = new SQLException("Key (name)=(Zenobia) already exists", "23505");
    var failure = new IllegalStateException("Zenobia cannot be added", cause);

    var shown = new StringWriter();
    WithoutMessages.of(failure).printStackTrace(new PrintWriter(shown));

    assertThat(shown.toString())
        .doesNotContain("Zenobia")
        .contains("IllegalStateException", "SQLException, SQL state 23505")
        .contains("WithoutMessagesTests.theLogSees");
  }
}
