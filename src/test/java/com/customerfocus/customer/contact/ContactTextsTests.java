package com.customerfocus.customer.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Customers agree to a text: a record of a choice names its version. */
class ContactTextsTests {

  private static final String DIGEST = "468a2e07f0bb5147";

  /** Give {@link ContactPage#TEXT_VERSION} a new value and write the new digest here. */
  @Test
  void anotherTextHasAnotherVersion() throws Exception {
    assertThat(ContactPage.TEXT_VERSION + " " + digest()).isEqualTo("2026-11-26 " + DIGEST);
  }

  private static String digest() throws Exception {
    var texts = texts("messages.properties") + texts("messages_es.properties");
    var bytes = MessageDigest.getInstance("SHA-256").digest(texts.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(bytes, 0, 8);
  }

  private static String texts(String file) throws IOException {
    return Files.readAllLines(Path.of("src/main/resources", file)).stream()
        .filter(line -> line.startsWith("contact.page."))
        .sorted()
        .collect(Collectors.joining("\n"));
  }
}
