package com.customerfocus.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

class CsvWriterTests {

  private enum Column implements CsvColumn {
    NAME;

    @Override
    public String title() {
      return "name";
    }

    @Override
    public List<Set<String>> headers() {
      return List.of(Set.of("name"));
    }

    @Override
    public boolean isRequired() {
      return true;
    }
  }

  @Test
  void theFileBeginsWithTheMarkThatExcelKnowsUtf8By() {
    assertThat(written(',', "Joaquín").getBytes(StandardCharsets.UTF_8))
        .startsWith(0xEF, 0xBB, 0xBF);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Joaquín Núñez",
        "Dvořák, Jan",
        "Łukasz; Żółć",
        "Seán \"O’Brien\"",
        "Ana 👩‍👩‍👧 🎉",
        "佐藤",
        "محمد"
      })
  void theReaderOfImportsReadsItBack(String name) {
    assertThat(readBack(written(',', name))).containsExactly(name);
    assertThat(readBack(written(';', name))).containsExactly(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)"})
  void formulasStayText(String name) {
    assertThat(written(';', name)).isEqualTo("\uFEFFname;level\r\n'" + name + ";1\r\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "El cliente es lo primero|El%20cliente%20es%20lo%20primero",
        "Fusión: ¿qué cambia?|Fusi%C3%B3n%20%C2%BFqu%C3%A9%20cambia",
        "a/b\\c|a%20b%20c",
        "../../etc/passwd|..%20..%20etc%20passwd",
        "\"; filename=x.exe|%3B%20filename%3Dx.exe",
        "Line\tSet-Cookie: a=b|Line%20Set-Cookie%20a%3Db",
        "🎉 2026|%F0%9F%8E%89%202026",
        "100 %|100%20%25",
        "O'Brien (it)|O%27Brien%20%28it%29"
      })
  void aFileNameKeepsAccentsAndNothingElse(String title, String name) {
    assertThat(CsvFileName.disposition("cascade-1-receipts", title))
        .isEqualTo(
            "attachment; filename=\"cascade-1-receipts.csv\";"
                + " filename*=UTF-8''cascade-1-receipts%20"
                + name
                + ".csv");
  }

  @Test
  void aFileNameIsNoLongerThanFileSystemsTake() {
    assertThat(CsvFileName.disposition("cascade-1-receipts", "x".repeat(5_000)))
        .hasSizeLessThan(200)
        .endsWith("x%E2%80%A6.csv");
    assertThat(CsvFileName.disposition("cascade-1-receipts", "\u202E"))
        .endsWith("filename*=UTF-8''cascade-1-receipts.csv");
  }

  private static String written(char separator, String name) {
    var text = new StringBuilder();
    var csv = new CsvWriter(text, separator, "name", "level");
    csv.row(name, 1);
    csv.flush();
    return text.toString();
  }

  private static List<String> readBack(String file) {
    var names = new ArrayList<String>();
    var source = new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8));
    new CsvReader<>(source, Column.class, "person", "people", new RowErrors())
        .read(header -> {}, row -> names.add(row.required(Column.NAME, 200)));
    return names;
  }
}
