package com.customerfocus.customer.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A large file of customers, the same each time. */
public final class SampleFile {

  private static final List<String> GIVEN =
      List.of(
          "Ana", "José", "Luz", "Tom", "Pia", "Fiona", "Zoë", "Đặng", "Фёдор", "Αλέξης", "太郎",
          "محمد", "Seán", "Jürgen", "Núria", "Åsa", "Maria", "John", "Carmen", "Ewa");

  private SampleFile() {}

  /**
   * Writes customers {@code C-0}, {@code C-1} and so on, some 115 bytes each.
   *
   * @param owners employee ids, in turn; none leaves the customers without an owner
   */
  public static void write(Path file, int customers, List<String> owners) throws IOException {
    try (var csv = Files.newBufferedWriter(file)) {
      csv.write("reference,name,mail,phone,postal address,language,tier,time zone,owner\n");
      for (var i = 0; i < customers; i++) {
        csv.write(
            "C-%d,%s %s %s,c%d@mail%d.example,+34 6%08d,\"Calle %d, %d Madrid\",%s,%s,Europe/Madrid,%s\n"
                .formatted(
                    i,
                    GIVEN.get(i % GIVEN.size()),
                    family(i % 7_919),
                    family(i % 5_003 + 31),
                    i,
                    i % 500,
                    i,
                    i % 300,
                    28_000 + i % 55,
                    i % 3 == 0 ? "en" : "es",
                    i % 10 == 0 ? "gold" : "",
                    owners.isEmpty() ? "" : owners.get(i % owners.size())));
      }
    }
  }

  /** A name of letters, such as {@code Bacedo}, for each number. */
  private static String family(int number) {
    var name = new StringBuilder();
    for (var rest = number + 20; rest > 0; rest /= 20) {
      name.append("bcdfglmnprstvzchjkqu".charAt(rest % 20)).append("aeiou".charAt(rest % 5));
    }
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
