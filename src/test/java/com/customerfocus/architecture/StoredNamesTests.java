package com.customerfocus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names in databases, mails and settings of installations stay as they are: process instances,
 * links and configuration of an older release use them. The list is {@code
 * src/test/resources/stored-names.txt}; to write it anew after a change that is meant:
 *
 * <pre>mvn test -Dtest=StoredNamesTests -DwriteStoredNames=true</pre>
 */
class StoredNamesTests {

  private static final Path LIST = Path.of("src/test/resources/stored-names.txt");

  @Test
  void storedNamesAreThoseOfTheList() throws IOException {
    var names = StoredNames.ofTheProgram();
    if (Boolean.getBoolean("writeStoredNames")) {
      Files.writeString(LIST, names);
    }
    var listed = Files.readString(LIST);

    assertThat(names)
        .as(
            """
            names that installations have stored
            missing in the program: %s
            missing in the list: %s
            A name of a release must not change: running instances, mails that were sent and
            settings use it. Rename it back, or keep the old name working beside the new one. For a
            new name, or one that no release has, make this the text of %s:
            %s""",
            difference(listed, names), difference(names, listed), LIST, names)
        .isEqualTo(listed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[process keys] memo-cascade",
        "[messages] cascade.memoArrived",
        "[beans of models] passMemoOnDelegate",
        "[forms] brief-team",
        "[variables] launcherId",
        "[variables] personInCharge",
        "[kinds of references] progress",
        "[kinds of notices] memo-arrived",
        "[purposes of signatures] m",
        "[secrets] personal-links",
        "[settings] customer-focus.base-url",
        "[settings] customer-focus.clock.compare-every",
        "[settings] customer-focus.accounts.password-iterations",
        "[settings] customer-focus.working-time.calendars.*.zone",
        "[changesets] db/cascade.sql customer-focus:cascade"
      })
  void aNameOfEachKindIsFound(String name) {
    assertThat(lines(StoredNames.ofTheProgram())).contains(name);
  }

  private static Set<String> difference(String one, String other) {
    var difference = new TreeSet<>(lines(one));
    difference.removeAll(lines(other));
    return difference;
  }

  /** Each name with its kind in front. */
  private static Set<String> lines(String list) {
    var names = new TreeSet<String>();
    var kind = "";
    for (var line : list.lines().toList()) {
      if (line.startsWith("[")) {
        kind = line;
      } else {
        names.add(kind + " " + line);
      }
    }
    return names;
  }
}
