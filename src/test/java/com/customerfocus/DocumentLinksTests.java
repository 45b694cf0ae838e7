package com.customerfocus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links, pictures, size and words of the documents. */
class DocumentLinksTests {

  @TempDir Path folder;

  @BeforeEach
  void aSmallProject() throws IOException {
    Files.createDirectories(folder.resolve("src/docs/deeper"));
    Files.writeString(folder.resolve("src/docs/picture.png"), "");
    Files.writeString(
        folder.resolve("src/docs/guide.md"),
        "# The `guide`: start!\n\n## Twice\n\n## Twice\n\n[deeper](deeper/page.md)\n");
    Files.writeString(
        folder.resolve("src/docs/deeper/page.md"), "# Page\n\n[up](../../../README.md)\n");
  }

  @Test
  void theProjectsDocumentsHaveNoFaults() {
    assertThat(new Documents(Path.of("").toAbsolutePath()).faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[guide](src/docs/guide.md)",
        "[guide](src/docs/guide.md#the-guide-start)",
        "[guide](src/docs/guide.md#twice-1)",
        "[folder](src/docs) ![picture](src/docs/picture.png) [guide](src/docs/guide.md)",
        "[own](#readme) [other host](https://example.com/#x) [guide](src/docs/guide.md)",
        "`[no](link.md)` `nobody` *Somebody else* “someone” [guide](src/docs/guide.md)"
      })
  void aDocumentMayHave(String text) throws IOException {
    readme(text);

    assertThat(new Documents(folder).faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          [page](src/docs/page.md)               > README.md: no file src/docs/page.md
          ![picture](src/docs/lost.png)          > README.md: no file src/docs/lost.png
          [outside](../other.md)                 > README.md: no file ../other.md
          [absolute](/src/docs/guide.md)         > README.md: no file /src/docs/guide.md
          [guide](src/docs/guide.md#end)         > README.md: no heading src/docs/guide.md#end
          [guide](src/docs/guide.md#twice-2)     > README.md: no heading src/docs/guide.md#twice-2
          [own](#missing)                        > README.md: no heading #missing
          [picture](src/docs/picture.png#top)    > README.md: no heading src/docs/picture.png#top
          Whoever reads this.                    > README.md: the word 'Whoever'
          It is so many people.                  > README.md: the word 'so many'
          **Nobody** reads this.                 > README.md: the word 'Nobody'
          """)
  void aDocumentMayNotHave(String text, String fault) throws IOException {
    readme("[guide](src/docs/guide.md)\n\n" + text);

    assertThat(new Documents(folder).faults()).containsExactly(fault);
  }

  @Test
  void wordsInTablesAndAcrossLinesAreFound() throws IOException {
    readme("[guide](src/docs/guide.md)\n\n| a |\n|---|\n| someone |\n\nIt is so\nmany people.\n");

    assertThat(new Documents(folder).faults())
        .containsExactly("README.md: the word 'so many'", "README.md: the word 'someone'");
  }

  @Test
  void theReadmeStaysShort() throws IOException {
    readme("[guide](src/docs/guide.md)\n\n" + "word ".repeat(1_640));

    assertThat(new Documents(folder).faults()).containsExactly("README.md: larger than 8192 bytes");
  }

  @Test
  void everyDocumentCanBeFound() throws IOException {
    readme("Nothing to read on.");

    assertThat(new Documents(folder).faults())
        .containsExactly("src/docs/guide.md: no other document links to it");
  }

  private void readme(String text) throws IOException {
    Files.writeString(folder.resolve("README.md"), "# Readme\n\n" + text + "\n");
  }
}
