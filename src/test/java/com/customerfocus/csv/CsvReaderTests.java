package com.customerfocus.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;

/** The reader with columns of another kind of file: it knows none of the organization. */
class CsvReaderTests {

  /** A customer file's columns. */
  private enum Column implements CsvColumn {
    NUMBER("customer number", true, "customernumber", "number"),
    COMPANY("company", true, "company empresa"),
    SINCE("since", false, "since clientedesde");

    private final String title;
    private final boolean required;
    private final List<Set<String>> headers;

    Column(String title, boolean required, String... headers) {
      this.title = title;
      this.required = required;
      this.headers = List.of(headers).stream().map(rank -> Set.of(rank.split(" "))).toList();
    }

    @Override
    public String title() {
      return title;
    }

    @Override
    public List<Set<String>> headers() {
      return headers;
    }

    @Override
    public boolean isRequired() {
      return required;
    }
  }

  private static final String FILE = "Customer number;Empresa;Cliente desde\n";

  private final RowErrors findings = new RowErrors();
  private final List<String> rows = new ArrayList<>();

  @Test
  void rowsAreToldByTheirLinesInTheFile() {
    read("Report\n\n\"Two\nlines\";\n" + FILE + "1;Norte;\"\n2026-01-01 00:00:00\n\"\n\n2;Sur;\n");
    assertThat(rows).containsExactly("6: 1 Norte 2026-01-01", "10: 2 Sur null");
  }

  @Test
  void theBetterHeaderWinsAndTheOtherIsTold() {
    read("Number;Customer number;Company\n1;2;Norte\n");
    assertThat(rows).containsExactly("2: 2 Norte null");
    assertThat(findings.warnings()).containsExactly("Column 'Number' is not used.");
  }

  @Test
  void whatKeepsSpreadsheetsFromComputingIsNoPartOfTheValue() {
    read(FILE + "=\"007\";'=Norte;\n'08;'t Hooft;\n\"=\"\"009\"\"\";'-;\n");
    assertThat(rows).containsExactly("2: 007 =Norte null", "3: '08 't Hooft null", "4: 009 - null");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    var file = new StringBuilder();
    var csv = new CsvWriter(file, "Number", "Company");
    var names = List.of("=1+1", "-", "@home", "+49", "'t Hooft", "a;b,\"c\"", "Ñandú");
    names.forEach(name -> csv.row(names.indexOf(name), name));
    read(file.toString());
    assertThat(rows)
        .containsExactlyElementsOf(
            names.stream()
                .map(
                    name ->
                        "%d: %d %s null"
                            .formatted(names.indexOf(name) + 2, names.indexOf(name), name))
                .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sep=;\n", "\n;;;\n", "\uFEFF"})
  void anEmptyFileIsToldToBeEmpty(String file) {
    read(file);
    assertThatThrownBy(findings::refuseWhenThereAreErrors)
        .isInstanceOfSatisfying(
            InvalidFileException.class,
            refused ->
                assertThat(refused.errors())
                    .singleElement()
                    .asString()
                    .startsWith("The file is empty."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.2026", "9999-99-99", "+999999999-01-01"})
  void aValueHasOneFinding(String day) {
    read(FILE + "1;Norte;" + day + "\n");
    assertThatThrownBy(findings::refuseWhenThereAreErrors)
        .isInstanceOfSatisfying(
            InvalidFileException.class,
            refused ->
                assertThat(refused.errors())
                    .singleElement()
                    .hasToString(
                        "Line 2, column 'Cliente desde': '%s' is not a day. Write it like 2026-03-02."
                            .formatted(day)));
  }

  @Test
  void aFileThatEndsInTheMiddleOfACharacterIsToldFromThere() {
    var text = (FILE + "1;Norte;\n").getBytes(StandardCharsets.UTF_16LE);
    var half = new byte[text.length + 1];
    System.arraycopy(text, 0, half, 0, text.length);
    half[text.length] = 0x41;
    read(new ByteArrayResource(half));
    assertThatThrownBy(findings::refuseWhenThereAreErrors)
        .isInstanceOfSatisfying(
            InvalidFileException.class,
            refused ->
                assertThat(refused.errors())
                    .singleElement()
                    .asString()
                    .contains("The file is not UTF-16 text from here on."));
  }

  @Test
  void aMillionRowsAreReadOneByOne() {
    var count = new int[1];
    var complete =
        new CsvReader<>(
                (InputStreamSource) () -> million(),
                Column.class,
                "customer",
                "customers",
                findings)
            .read(header -> {}, row -> count[0] += row.line() == count[0] + 2 ? 1 : 0);
    assertThat(complete).isTrue();
    assertThat(count[0]).isEqualTo(1_000_000);
  }

  /** Made while it is read; in memory it would have some 40 MB. */
  private static InputStream million() {
    return new InputStream() {
      private InputStream part = new ByteArrayInputStream(FILE.getBytes(UTF_8));
      private int row;

      @Override
      public int read() {
        throw new UnsupportedOperationException("Readers take blocks");
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        var read = part.readNBytes(target, offset, length);
        if (read > 0 || row == 1_000_000) {
          return read == 0 ? -1 : read;
        }
        var lines = new StringBuilder();
        for (var i = 0; i < 1_000; i++) {
          lines.append(++row).append(";Compañía número ").append(row).append(";2026-01-01\n");
        }
        part = new ByteArrayInputStream(lines.toString().getBytes(UTF_8));
        return read(target, offset, length);
      }
    };
  }

  private void read(String file) {
    read(new ByteArrayResource(file.getBytes(UTF_8)));
  }

  private void read(InputStreamSource file) {
    new CsvReader<>(file, Column.class, "customer", "customers", findings)
        .read(
            header -> {},
            row ->
                rows.add(
                    "%d: %s %s %s"
                        .formatted(
                            row.line(),
                            row.required(Column.NUMBER, 10),
                            row.required(Column.COMPANY, 100),
                            row.day(Column.SINCE).orElse(null))));
  }
}
