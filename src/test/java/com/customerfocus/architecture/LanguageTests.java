package com.customerfocus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Comments and names in code, models, SQL and configuration name the actor. */
class LanguageTests {

  @Test
  void commentsAndNamesNameTheActor() {
    var vague =
        Stream.of(
                Language.vagueWords(Path.of("src/main/java"), ".java"),
                Language.vagueWords(Path.of("src/test/java"), ".java"),
                Language.vagueWords(Path.of("src/benchmark/java"), ".java"),
                Language.vagueWords(Path.of("src/main/resources/db"), ".sql"),
                Language.vagueWords(Path.of("src/main/resources"), ".yaml"),
                Language.vagueWords(Path.of("processes"), ".bpmn"))
            .flatMap(List::stream);

    assertThat(vague).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          A.java    | /** Whoever waits. */          | whoever
          A.java    | // No one waits.               | no one
          A.java    | void nobodyWaits() {           | nobody
          A.java    | int SO_MANY = 1;               | so many
          A.java    | call("// " + somebody)         | somebody
          A.java    | 'it"s' + someone               | someone
          a.sql     | -- It's anybody's.             | anybody
          a.sql     | handed_to_somebody varchar     | somebody
          a.yaml    | # Whatever is configured       | whatever
          a.bpmn    | <gateway id="isAnybodyThere"/> | anybody
          """)
  void aVagueWordIsFound(String file, String source, String word) {
    assertThat(Language.vagueWords(file, source)).containsExactly(word);
  }

  @Test
  void aVagueExpressionOnTwoLinesIsFound() {
    assertThat(Language.vagueWords("A.java", "/**\n * There are so\n * many.\n */"))
        .containsExactly("so many");
    assertThat(Language.vagueWords("a.sql", "-- There is no\n-- one.")).containsExactly("no one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          A.java | say("Nobody answers.")
          A.java | BodyPublishers.noBody()
          A.java | /** The manager waits. */
          a.sql  | values ('What nobody has claimed')
          """)
  void textsForUsersAndOtherWordsAreNot(String file, String source) {
    assertThat(Language.vagueWords(file, source)).isEmpty();
  }
}
