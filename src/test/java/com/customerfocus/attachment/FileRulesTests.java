package com.customerfocus.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileRulesTests {

  /** {@code ~} stands for U+202E, which turns the direction of what follows. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          bill.jpg                     | bill.jpg
          "><svg onload=x>.jpg         | "><svg onload=x>.jpg
          Türmaße año.jpg              | Türmaße año.jpg
          Tu\u0308rmaße an\u0303o.jpg  | Türmaße año.jpg
          照片 👩‍👩‍👧 1.jpg              | 照片 👩‍👩‍👧 1.jpg
          C:\\fakepath\\bill.jpg       | bill.jpg
          ../../etc/bill.jpg           | bill.jpg
          \\\\server\\share/bill.jpg   | bill.jpg
          exe~gpj.jpg                  | exegpj.jpg
          bi\u200Bll\uFEFF.jpg         | bill.jpg
          bi\u0007ll\u007F\u0085.jpg   | bill.jpg
          bill\uD83D.jpg               | bill.jpg
          \u00A0bill  of\tMay.jpg .. . | bill of May.jpg
          .jpg                         | .jpg
          bill                         | bill
          """)
  void aNameIsTheLastPartOfThePathAsOneVisibleLine(String sent, String kept) {
    var name = sent.replace('~', '\u202E');

    assertThat(FileRules.check(name, SampleFiles.of("jpg")).name()).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                             | refusal.attachment.no-name
          ''                 | refusal.attachment.no-name
          ' . ..'            | refusal.attachment.no-name
          '\u200B\u202E'     | refusal.attachment.no-name
          'bills/'           | refusal.attachment.no-name
          """)
  void aFileWithoutANameIsRefused(String name, String key) {
    assertRefused(name, SampleFiles.of("jpg"), key);
  }

  @Test
  void aNameThatSomeProgramsWouldEndTooEarlyIsRefused() {
    assertRefused("bill.exe\0.jpg", SampleFiles.of("jpg"), "refusal.attachment.name");
  }

  @Test
  void aNameHasTwoHundredCharactersAtMost() {
    var longest = "n".repeat(196) + ".jpg";

    assertThat(FileRules.check("/" + longest, SampleFiles.of("jpg")).name()).isEqualTo(longest);
    assertThat(refusalOf("n" + longest, SampleFiles.of("jpg")))
        .hasMessageContaining("201")
        .hasMessageContaining("200");
  }

  @Test
  void aNameOfAMillionCharactersIsRefusedAtOnce() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          for (var piece :
              new String[] {".", " ", "/", "a/", "\u202E", "\u200D", ". x", "\u0301"}) {
            assertThat(refusalOf(piece.repeat(1_000_000) + "n".repeat(201), new byte[] {1}))
                .as(piece)
                .isNotNull();
          }
        });
  }

  @Test
  void aFileHoldsSomethingAndFiveMegabytesAtMost() {
    assertRefused("bill.pdf", null, "refusal.attachment.empty");
    assertRefused("bill.pdf", new byte[0], "refusal.attachment.empty");
    assertThat(FileRules.check("bill.pdf", SampleFiles.of("pdf", 5_000_000)).content())
        .hasSize(5_000_000);
    assertThat(refusalOf("bill.pdf", SampleFiles.of("pdf", 5_000_001)))
        .hasMessage("“bill.pdf” is too large: at most 5 MB fit.");
  }

  @ParameterizedTest
  @CsvSource({
    "bill.pdf, pdf, application/pdf",
    "BILL.PDF, pdf, application/pdf",
    "photo.jpg, jpg, image/jpeg",
    "photo.JPEG, jpg, image/jpeg",
    "photo.png, png, image/png",
    "photo.gif, gif, image/gif",
    "photo.webp, webp, image/webp",
    "photo.heic, heic, image/heic",
    "film.mp4, mp4, video/mp4",
    "bills.zip, zip, application/zip",
    "b.docx, zip, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "b.xlsx, zip, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "bill.odt, zip, application/vnd.oasis.opendocument.text",
    "bill.doc, office, application/msword",
    "mail.msg, office, application/vnd.ms-outlook",
    "with-password.docx, office, application/x-tika-msoffice",
    "bill.rtf, rtf, application/rtf",
    "mail.eml, eml, message/rfc822",
    "bill.json, json, application/json",
    "bill.xml, xml, application/xml",
    "bill.csv, csv, text/csv",
    "page.html, html, text/html",
    "drawing.svg, svg, image/svg+xml",
    "page.txt, html, text/html",
    "note.txt, text, text/plain",
    "note.txt, MZ text, text/plain",
    "note.log, text, text/x-log",
    "note.txt, utf-8, text/plain",
    "note.csv, utf-16, text/csv",
    "note.txt, latin, text/plain",
    "note.csv, cyrillic, text/csv",
    "note.txt, junk, application/octet-stream",
    "note, csv, text/plain",
    "photo, jpg, image/jpeg",
    "bill.of.May?.pdf, pdf, application/pdf",
    "data.unknown, junk, application/octet-stream",
    "data.p7m, junk, application/octet-stream"
  })
  void aTypeIsThatOfTheContentAndTheNameMakesItExact(String name, String content, String type) {
    assertThat(FileRules.check(name, SampleFiles.of(content)).mediaType()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({
    "bill.pdf, html, text/html",
    "why? bill.pdf, html, text/html",
    "nr. #1.pdf, html, text/html",
    "bill.pdf, csv, text/plain",
    "bill.pdf, zip, application/zip",
    "bill.docx, pdf, application/pdf",
    "bill.doc, html, text/html",
    "bill.xls, csv, text/plain",
    "photo.jpg, svg, image/svg+xml",
    "photo.jpg, png, image/png",
    "photo.png, html, text/html",
    "note.txt, pdf, application/pdf",
    "note.txt, jpg, image/jpeg",
    "page.html, png, image/png",
    "bills.zip, jpg, image/jpeg"
  })
  void aFileThatIsNotWhatItsNameSaysIsRefusedWithWhatItIs(
      String name, String content, String type) {
    assertThat(refusalOf(name, SampleFiles.of(content)))
        .hasMessageContaining(name)
        .hasMessageContaining(" " + type + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bill.pdf", "photo.jpg", "bill.docx", "mail.msg", "bills.zip"})
  void aFileWithoutAnyOfTheBytesOfItsTypeIsRefused(String name) {
    assertRefused(name, SampleFiles.of("junk"), "refusal.attachment.unreadable");
  }

  @ParameterizedTest
  @CsvSource({
    "bill.pdf, exe",
    "bill.txt, exe",
    "bill.unknown, exe",
    "bill, exe",
    "bill, elf",
    "bill.jpg, mach-o",
    "bill, class",
    "bill.txt, sh",
    "bill, sh",
    "bill, bat",
    "bill.exe, text",
    "bill.pdf.exe, exe",
    "bill.pdf.EXE. ., pdf",
    "bill.exe\u00A0, pdf",
    "bill.ex\u200Be, pdf",
    "bill.scr, exe",
    "bill.js, text",
    "bill.vbs, text",
    "bill.ps1, text",
    "bill.hta, html",
    "bill.lnk, junk",
    "bill.msi, office",
    "bill.jar, zip",
    "bill.apk, zip",
    "bill.iso, junk"
  })
  void aProgramIsRefusedByItsContentAndByItsName(String name, String content) {
    assertRefused(name, SampleFiles.of(content), "refusal.attachment.program");
  }

  @Test
  void anXmlFileIsRecognizedWithoutBuildingOrFetchingWhatItRefersTo() {
    var bomb =
        """
        <!DOCTYPE lol [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
        <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
        <!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">
        <!ENTITY i "&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;"><!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>
        <bill at="&i;">&x;</bill>
        """;

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> FileRules.check("bill.xml", bomb.getBytes(UTF_8)));
  }

  private static void assertRefused(String name, byte[] content, String key) {
    var said = new Sentence(key).inEnglish();
    assertThat(refusalOf(name, content))
        .hasMessageContaining(said.substring(said.lastIndexOf('}') + 1));
  }

  private static InvalidInputException refusalOf(String name, byte[] content) {
    var refusal = new InvalidInputException[1];
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> FileRules.check(name, content))
        .satisfies(it -> refusal[0] = it);
    return refusal[0];
  }
}
