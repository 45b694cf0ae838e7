package com.customerfocus.organization.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.customerfocus.csv.InvalidFileException;
import com.customerfocus.csv.RowErrors;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.io.InputStreamSource;

/** Huge files that are no organization are answered soon, and without holding them in memory. */
@Timeout(300)
class InvalidFileTests {

  private static final String HEADER =
      "employee id,name,mail,manager,department,heritage company,language,site,roles\n";

  /** Of computing, since other programs on the machine may make it wait. */
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final int MEGABYTE = 1024 * 1024;

  @Test
  void randomBytes() {
    var random = new Random(1);

    var refused =
        refused(
            100 * MEGABYTE / 1_000,
            number -> {
              var bytes = new byte[1_000];
              random.nextBytes(bytes);
              return bytes;
            });

    assertThat(refused.errors())
        .singleElement()
        .asString()
        .contains("The file is not UTF-8 text from here on.");
  }

  @Test
  void oneLineOfFiftyMegabytes() {
    var refused = refused(50 * MEGABYTE / 1_000, number -> text("x".repeat(1_000)));

    assertThat(refused.errors())
        .singleElement()
        .asString()
        .startsWith("Line 1: The row that begins here has more than 100,000 characters");
  }

  @Test
  void aQuotationMarkThatIsNeverClosed() {
    var refused =
        refused(
            200_000,
            number ->
                text(number == 0 ? HEADER : number == 2 ? "\"p2,Ana\n" : row(number, "en") + "\n"));

    assertThat(refused.errors())
        .first()
        .asString()
        .startsWith("Line 4: The row that begins here has more than 100,000 characters")
        .contains("Look for a quotation mark that is not closed");
  }

  @Test
  void aMillionLinesEachWrong() {
    var refused = refused(1_000_001, number -> text(number == 0 ? HEADER : row(number, "xx")));

    assertThat(refused)
        .hasMessageStartingWith("The file was read up to line 100,00")
        .hasMessageContaining("(the first 1,000 are listed)");
    assertThat(refused.errors()).hasSize(1_000);
  }

  @Test
  void tenThousandColumns() {
    var refused =
        refused(
            10,
            number ->
                text(
                    IntStream.range(0, 1_500)
                        .mapToObj(i -> "c" + i % 10)
                        .collect(Collectors.joining(","))));

    assertThat(refused.errors()).singleElement().asString().contains("columns, at most 500 fit");
  }

  @Test
  void rowsOfTenThousandColumns() {
    var refused = refused(2_000, number -> text(number == 0 ? HEADER : "a,".repeat(10_000) + "\n"));

    assertThat(refused.errors()).hasSize(1_000);
  }

  @Test
  void valuesOfTenThousandCharacters() {
    var refused =
        refused(
            2_000,
            number ->
                text(
                    number == 0
                        ? HEADER
                        : IntStream.range(0, 9)
                                .mapToObj(column -> "a.b-".repeat(2_500))
                                .collect(Collectors.joining(","))
                            + "\n"));

    assertThat(refused.errors()).hasSize(1_000);
    assertThat(refused.errors()).allMatch(error -> error.message().length() < 500);
  }

  @Test
  void aMailAddressThatTakesForeverToLookAt() {
    var mails = List.of("a.".repeat(20_000), "a@" + "a".repeat(40_000), "a@" + "a.".repeat(20_000));

    var refused =
        refused(
            1_000,
            number ->
                text(
                    number == 0
                        ? HEADER
                        : "p%d,Ana,%s,%s,Sales,Norte,en,,\n"
                            .formatted(
                                number,
                                mails.get(number % mails.size()),
                                number == 1 ? "" : "p1")));

    assertThat(refused.errors())
        .first()
        .asString()
        .contains("Line 2, column 'mail': The value has 40,002 characters. Shorten it to 254");
  }

  @Test
  void emptyLines() {
    var refused = refused(50_000, number -> text("\n".repeat(1_000)));

    assertThat(refused).hasMessageStartingWith("The file was read up to line 3,000,0");
  }

  @Test
  void aThousandSpellingsOfADepartmentAreWarningsEnough() {
    var findings = new RowErrors();
    OrganizationFileReader.read(
        source(
            20_001,
            number ->
                text(
                    number == 0
                        ? HEADER
                        : "p%d,Ana,,p1,%s,Norte,en,,\n"
                            .formatted(
                                number,
                                "Sales" + " -".repeat(number % 40) + "-".repeat(number / 400)))),
        findings);

    assertThat(findings.warnings()).hasSizeLessThanOrEqualTo(1_001);
  }

  private static String row(int number, String language) {
    return "p%d,Ana,,p1,Sales,Norte,%s,,\n".formatted(number, language);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private InvalidFileException refused(int parts, IntFunction<byte[]> part) {
    var begun = computed();
    var refused =
        catchThrowableOfType(
            InvalidFileException.class,
            () -> {
              var findings = new RowErrors();
              OrganizationTree.of(
                  OrganizationFileReader.read(source(parts, part), findings), findings);
            });
    assertThat(refused).isNotNull();
    assertThat(computed().minus(begun)).isLessThan(SOON);
    return refused;
  }

  private static Duration computed() {
    return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
  }

  /** Made while it is read, as an upload lies in a file. */
  private static InputStreamSource source(int parts, IntFunction<byte[]> part) {
    return () ->
        new InputStream() {
          private byte[] current = new byte[0];
          private int position;
          private int next;

          @Override
          public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            if (position == current.length) {
              if (next == parts) {
                return -1;
              }
              current = part.apply(next++);
              position = 0;
            }
            var read = Math.min(length, current.length - position);
            System.arraycopy(current, position, target, offset, read);
            position += read;
            return read;
          }
        };
  }
}
