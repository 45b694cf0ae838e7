package com.customerfocus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each table is written by one package; other packages ask it or listen to its events. */
class TableOwnershipTests {

  private static final Map<Path, String> CHANGESETS =
      Sources.in(Path.of("src/main/resources/db"), ".sql");

  @Test
  void eachTableIsWrittenByOnePackage() {
    var tables =
        CHANGESETS.values().stream()
            .flatMap(sql -> TableWriters.created(sql).stream())
            .collect(Collectors.toSet());
    var filledByChangesets =
        CHANGESETS.values().stream()
            .flatMap(sql -> TableWriters.written(sql).stream())
            .collect(Collectors.toSet());

    assertThat(tables).hasSizeGreaterThan(20);
    assertThat(
            wrongOwners(tables, filledByChangesets, Sources.in(Path.of("src/main/java"), ".java")))
        .as("writers of tables that have not exactly one")
        .isEmpty();
  }

  @Test
  void aTableIsWrittenByItsNameInOneClassOnly() {
    assertThat(Sources.in(Path.of("src/main/java"), ".java").entrySet())
        .filteredOn(source -> TableWriters.writesByName(source.getValue()))
        .extracting(source -> source.getKey().getFileName().toString())
        .containsExactly(TableWriters.SHARED_WRITER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sql(\"insert into %s (id)\".formatted(table))",
        "sql(\"update \" + \"%table set hot = true\")",
        "sql(\"\"\"\n    delete from ${soup}\n\"\"\")"
      })
  void aTableThatIsFilledInIsFound(String source) {
    assertThat(TableWriters.writesByName(source)).isTrue();
    assertThat(TableWriters.writesByName(source.replaceAll("%s|%table|\\$\\{soup}", "soup")))
        .isFalse();
  }

  @Test
  void aTableOfTwoWritersIsFoundAndOneOfNone() {
    var sources =
        Map.of(
            Path.of("kitchen/Soups.java"), "sql(\"insert into soup (id) values (1)\");",
            Path.of("kitchen/Stove.java"), "sql(\"update soup set hot = true\");",
            Path.of("pantry/Jars.java"), "sql(\"delete from jar\");",
            Path.of("garden/Herbs.java"),
                "sql(\"\"\"\n    update jar\n       set full = true\n\"\"\");");

    assertThat(wrongOwners(Set.of("soup", "jar", "plate", "spoon"), Set.of("spoon"), sources))
        .containsOnly(Map.entry("jar", Set.of("garden", "pantry")), Map.entry("plate", Set.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          sql("insert into soup (id) values (1)")                 | soup
          sql("INSERT INTO Soup (id) values (1)")                 | soup
          sql("merge into soup key (id) values (1)")              | soup
          sql("update soup set hot = true")                       | soup
          sql("delete from soup")                                 | soup
          sql("truncate table soup")                              | soup
          sql("with a as (select 1) " + "insert into soup (id) ") | soup
          sql("insert into " + "soup (id) ")                      | soup
          sql("select * from soup for update")                    |
          sql("select id, last_update soup from jar")             |
          // sql("update soup set hot = true")                    |
          class Soups extends ReviewedFileRecords<Soup> { Soups() { super("soup", x); } } | soup
          class Soups extends Kitchen { Soups() { super("soup", x); } } |
          /* "delete from soup" */ sql("select 1")                |
          """)
  void aSourceWritesWhatItsStringsSay(String source, String table) {
    var written = TableWriters.writtenBy(source);
    if (table == null) {
      assertThat(written).isEmpty();
    } else {
      assertThat(written).containsExactly(table);
    }
  }

  @Test
  void aChangesetCreatesTables() {
    assertThat(
            TableWriters.created(
                "create table soup (id int);\nCREATE TABLE IF NOT EXISTS Jar (id int);\n"
                    + "create index soup_by_jar on soup (id);"))
        .containsExactlyInAnyOrder("soup", "jar");
  }

  /** Packages that write a table, of each table that has not exactly one. */
  private static Map<String, Set<String>> wrongOwners(
      Set<String> tables, Set<String> filledByChangesets, Map<Path, String> sources) {
    var writers = new TreeMap<String, Set<String>>();
    tables.forEach(table -> writers.put(table, new TreeSet<>()));
    sources.forEach(
        (file, source) ->
            TableWriters.writtenBy(source).stream()
                .filter(tables::contains)
                .forEach(table -> writers.get(table).add(file.getParent().toString())));
    writers
        .entrySet()
        .removeIf(
            table ->
                table.getValue().size() == 1
                    || table.getValue().isEmpty() && filledByChangesets.contains(table.getKey()));
    return writers;
  }
}
