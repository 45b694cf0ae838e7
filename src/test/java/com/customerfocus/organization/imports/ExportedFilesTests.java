package com.customerfocus.organization.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.customerfocus.csv.CsvColumn;
import com.customerfocus.csv.InvalidFileException;
import com.customerfocus.csv.RowError;
import com.customerfocus.csv.RowErrors;
import com.customerfocus.organization.DepartmentId;
import com.customerfocus.organization.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.InputStreamSource;

/** Files as HR systems and spreadsheets really write them; the folder {@code field} has some. */
class ExportedFilesTests {

  private static final String HEADER =
      "employee id,name,mail,manager,department,heritage company,language,site\n";
  private static final String TOP = "E1,Eva Top,eva@x.example,,Board,Norte,es,Madrid\n";
  private static final String ANA = "E2,Ana Ruiz,ana@x.example,E1,Sales,Norte,es,Madrid\n";
  private static final String BOB = "E3,Bob Lee,bob@x.example,E2,Sales,Sur,en,Denver\n";

  private final RowErrors findings = new RowErrors();

  // Encoding, separator, header

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "sep-line",
        "sep-comma",
        "utf16le-nobom",
        "tab-utf8",
        "pipe",
        "preamble",
        "totals-row"
      })
  void theSameThreePeopleAreReadFromEach(String file) {
    assertThat(treeOf(file).entries().stream().map(PersonRow::person))
        .containsExactly(
            new Person("E1", "Eva Top", "eva@x.example", null, "board", "Norte", "es", "Madrid"),
            new Person("E2", "Ana Ruiz", "ana@x.example", "E1", "sales", "Norte", "es", "Madrid"),
            new Person("E3", "Bob Lee", "bob@x.example", "E2", "sales", "Sur", "en", "Denver"));
  }

  @Test
  void linesAboveTheHeaderAndTheSumBelowAreTold() {
    treeOf("preamble");
    treeOf("totals-row");
    assertThat(findings.warnings())
        .containsExactly(
            "The header is on line 5. The lines above it are not read.",
            "Line 5 is not read, it is a sum: 'Total, 3'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8", "windows-1252"})
  void theEncodingIsRecognized(String charset) {
    var file = HEADER + TOP + "E2,Begoña Núñez,,E1,Atención al cliente,Norte,Español,Málaga\n";
    assertThat(names(file.getBytes(Charset.forName(charset))))
        .containsExactly("Eva Top", "Begoña Núñez");
  }

  @Test
  void aByteOrderMarkOfEachEncodingIsSkipped() {
    for (var charset : List.of("UTF-16LE", "UTF-16BE", "UTF-8")) {
      assertThat(names(("\uFEFF" + HEADER + TOP).getBytes(Charset.forName(charset))))
          .containsExactly("Eva Top");
    }
  }

  @Test
  void windows1252IsToldWithExamples() {
    var file = "Nº de empleado;" + HEADER.substring(12).replace(',', ';') + "E1;Begoña Núñez;;;";
    names((file + "Dirección;Norte;es;Málaga\n").getBytes(Charset.forName("windows-1252")));
    assertThat(findings.warnings())
        .containsExactly(
            "The file is not UTF-8 text and was read as Windows-1252. See whether this is right:"
                + " 'Begoña Núñez'. If letters are wrong, save the file again with the encoding UTF-8"
                + " (in Excel: 'CSV UTF-8').");
  }

  @ParameterizedTest
  @CsvSource({
    "Jan Dvořák,windows-1250",
    "Łukasz Żółć,windows-1250",
    "Timişoara,windows-1250",
    "Отдел продаж,windows-1251",
    "Πωλήσεις,windows-1253",
    "Ayşe Yılmaz,windows-1254",
    "Begoña Pérez,IBM850",
    "José Núñez,x-MacRoman",
    "García,x-MacRoman",
    "Íñigo Árbol,IBM850",
    "Søren Kjær,windows-1252",
    "Erdős,windows-1250",
    "Szűcs,windows-1250",
    "Nováček,windows-1250",
    "Bălan,windows-1250",
    "Jędrzej,windows-1250",
    "Toruń,windows-1250",
    "Gdańsk,windows-1250",
    "Brâncuş,windows-1250",
    "Dvořák,ISO-8859-2",
    "Jānis,windows-1257",
    "Pēteris,windows-1257",
    "Rasė,windows-1257",
    "Bērziņš,windows-1257",
    "Kristīne,windows-1257",
    "Иван,windows-1251",
    "дуб,windows-1251",
    "Ελένη,windows-1253",
    "שלום,windows-1255",
    "Hélène,windows-1252"
  })
  void anEncodingThatWouldHaveToBeGuessedIsRefused(String name, String charset) {
    var file = HEADER + TOP + ANA.replace("Ana Ruiz", name);
    assertThat(errors(file.getBytes(Charset.forName(charset))))
        .singleElement()
        .asString()
        .startsWith("Line 3: The file is not UTF-8 text from here on.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Begoña Núñez Ibáñez",
        "MUÑOZ IÑIGO",
        "Íñigo Peñíscola",
        "Jürgen Größe-Weißäcker",
        "João Guimarães Conceição",
        "Simões e Irmãos",
        "Núria Vicenç Gonçalves",
        "Çelik Özdemir",
        "Zoë Noël Benoît Jérôme",
        "Seán O’Brien d’Urgell",
        "Kovács József",
        "Atención – 2ª planta, N.º 3",
        "Marcel·lí “Norte”"
      })
  void windows1252IsReadWhereTheLettersAreSpelledAsInTheWest(String name) {
    var file = HEADER + TOP + ANA.replace("Ana Ruiz", "\"" + name + "\"");
    assertThat(names(file.getBytes(Charset.forName("windows-1252")))).contains(name);
  }

  @Test
  void aLineWithoutEndIsNoText() {
    assertThat(errors((HEADER + "é".repeat(200_000)).getBytes(Charset.forName("windows-1252"))))
        .singleElement()
        .asString()
        .startsWith("Line 2: The file is not UTF-8 text from here on.");
  }

  @Test
  void utf8WithOneBrokenLetterIsNotTakenForAnotherEncoding() {
    var file = (HEADER + TOP + "E2,Begoña Núñ").getBytes(UTF_8);
    var broken = new byte[file.length - 1];
    System.arraycopy(file, 0, broken, 0, broken.length);
    assertThat(errors(broken))
        .singleElement()
        .asString()
        .startsWith("Line 3: The file is not UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"'PK\u0003\u0004',a workbook or an archive", "%PDF-1.7,a PDF document"})
  void anotherKindOfFileIsNamed(String beginning, String kind) {
    assertThat(errors((beginning + "\u0000\u0001\n").getBytes(UTF_8)))
        .containsExactly(
            "The file is not text but %s. Save or export it as CSV (in Excel: 'CSV UTF-8')."
                .formatted(kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sep=;", "\"sep=;\"", "SEP=;;;;;;;;", "sep=,", "\n\nsep=;"})
  void aLineThatTellsTheSeparatorIsNoHeaderEvenWhereItIsWrong(String line) {
    var file = line + "\n" + (HEADER + TOP + ANA + BOB).replace(',', ';');
    assertThat(names(file.getBytes(UTF_8))).containsExactly("Eva Top", "Ana Ruiz", "Bob Lee");
  }

  @Test
  void theLineMayTellAnUnusualSeparator() {
    var file = "sep=^\n" + (HEADER + TOP + ANA).replace(',', '^');
    assertThat(names(file.getBytes(UTF_8))).containsExactly("Eva Top", "Ana Ruiz");
  }

  @Test
  void titlesWithQuotationMarksAndCommasDoNotHideTheHeader() {
    var file =
        "Report \"People\";\r\n\"All, active\" people;;\r\nName;of the report\r\n;;;\r\n"
            + (HEADER + TOP + ANA.replace("Ana Ruiz", "\"Ruiz, Ana\"")).replace(',', ';')
            + "E3;Bob;bob;E1;Sales;Sur;en;\n";
    assertThat(errors(file.replace("Ruiz; Ana", "Ruiz, Ana").getBytes(UTF_8)))
        .containsExactly(
            "Line 8, column 'mail': 'bob' is not a mail address. Correct it, or leave it empty when"
                + " there is none.");
  }

  static Stream<Arguments> filesWithoutAHeader() {
    return Stream.of(
        arguments(
            TOP + ANA,
            "'E1,Eva Top,eva@x.example,,Board,Norte,es,Madrid', 8 values with commas between them"),
        arguments(
            (HEADER + TOP).replace(',', '~'),
            "'employee id~name~mail~manager~department~heritage company~language~site', without a"
                + " comma, semicolon, tab or |"),
        arguments("First\tSecond\n1\t2\n", "'First Second', 2 values with tabs between them"),
        arguments(
            "<html><body><table>\n<tr><td>employee id</td></tr>\n",
            "'<html><body><table>', without a comma, semicolon, tab or |"),
        arguments(
            ("\"" + HEADER.strip() + "\"\n\"" + TOP.strip() + "\"\n"),
            "'\"employee id,name,mail,manager,department,heritage company,language,site\"', without"
                + " a comma, semicolon, tab or |"));
  }

  @ParameterizedTest
  @MethodSource
  void filesWithoutAHeader(String file, String description) {
    assertThat(errors(file.getBytes(UTF_8)))
        .containsExactly(
            "Line 1: Neither this line nor one of the next is a header with columns such as"
                + " 'employee id', 'name', 'mail'. This one is "
                + description
                + ". Export the file again as CSV, with a header line and one line for each"
                + " person.");
  }

  // Rows that are no people

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Total,3,,,,,,",
        ",Total,3,,,,,",
        "TOTAL:,,,,,,,3",
        "Total general,3,,,,,,",
        "Total empleados: 3,,,,,,,",
        "Suma,3,,,,,,",
        "Gesamt,3,,,,,,",
        "Gesamtergebnis,3,,,,,,",
        "Number of employees: 3,,,,,,,",
        "Sub-total,3,,,,,,",
        "*** TOTAL ***,3,,,,,,",
        "Count,3,,,,,,",
        "\u00A0Grand total,\"1,133.5\",,,,,,"
      })
  void aSumBelowThePeopleIsNotRead(String row) {
    assertThat(names((HEADER + TOP + ANA + row + "\n").getBytes(UTF_8))).hasSize(2);
    assertThat(findings.warnings()).singleElement().asString().contains("it is a sum: '");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Confidential,,,,,,,",
        "Generated on 2026-11-25 by HR,page 1,,,,,,",
        ",Total Tools,,,,,,plc",
        "E4,,,,,,,",
        "417,Suma,,,,,,",
        "417,\"Sommer, Anna\",,,,,,",
        "SUM-417,,,,,,,",
        "SUM417,,,,,,,",
        "Sumathi,417,,,,,,"
      })
  void aNoteBelowThePeopleIsOneErrorAndAccusesNoOtherRow(String row) {
    assertThat(errors((HEADER + TOP + ANA + row + "\n").getBytes(UTF_8)))
        .singleElement()
        .asString()
        .startsWith("Line 4: The row has hardly a value: '")
        .endsWith("Remove it if it is a note or a sum, or fill in the values of the person.");
  }

  @Test
  void aHeaderInTheMiddleIsNotAPerson() {
    assertThat(names((HEADER + TOP + HEADER + ANA + HEADER + BOB).getBytes(UTF_8))).hasSize(3);
    assertThat(findings.warnings())
        .containsExactly("Line 3 repeats the header and is not read, nor are further ones.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          E1,Eva Top,eva@x.example,,Board, Vienna,Norte,es,Madrid     | Line 2: The row has 9 values
          E1,Eva Top,eva@x.example,x\u0007x,Board,Norte,es,Madrid      | Line 2, column 'manager': The value contains
          E1,Eva Top,eva@x.example,1.00001E+11,Board,Norte,es,Madrid  | Line 2, column 'manager': '1.00001E+11' is what
          ,Eva Top,eva@x.example,,Board,Norte,es,Madrid               | Line 2, column 'employee id': The value is missing
          """)
  void aRowThatCouldNotBeReadIsNotJudgedAsTopNorMissedAsManager(String top, String error) {
    var file = HEADER + top + "\n" + (top.startsWith(",") ? "" : ANA + BOB);
    assertThat(errors(file.getBytes(UTF_8))).singleElement().asString().startsWith(error);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00A0,\u2007,\u202F,\u3000,,,,",
        "\u200B,\u2060,\uFEFF,\u00AD,,,,",
        "\u202E,\u200E,\u2800,\u3164,,,,",
        " ,\t,\u0085,\u2028,,,,",
        ",,,,,,,,,\u200B,\u00A0"
      })
  void aRowOfBlanksOfAnyKindIsNoPerson(String row) {
    assertThat(names((HEADER + TOP + row + "\n" + ANA).getBytes(UTF_8))).hasSize(2);
    assertThat(findings.warnings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00A0", "\u200B", "\u202E", "\uFEFF", "\u2800", "\u00AD \u3000"})
  void aManagerOfBlanksIsNone(String blank) {
    var file = HEADER + TOP.replace(",,", "," + blank + ",") + ANA;
    assertThat(read(new ByteArrayResource(file.getBytes(UTF_8))).top().id()).isEqualTo("E1");
  }

  // Headers of exporting systems

  @Test
  void aBambooHrReportLacksTwoColumnsOnly() {
    assertThat(errors(field("bamboohr")))
        .containsExactly(
            "Line 1, column 'heritage company': The column is missing. Add it to the export and give"
                + " it the header 'heritage company'. Not recognized: 'Hire Date', 'Division'.",
            "Line 1, column 'language': The column is missing. Add it to the export and give it the"
                + " header 'language'. Not recognized: 'Hire Date', 'Division'.");
  }

  static Stream<Arguments> exports() {
    return Stream.of(
        arguments(
            "Employee #,\"Last name, First name\",Work Email,Department,Location,Reporting to,"
                + "Company,Language\nE1,\"Top, Eva\",eva@x.example,Board,Madrid,,Norte,es\n",
            "E1"),
        arguments(field("personio"), "1"),
        arguments(field("workday"), "E1"),
        arguments(field("spanish-headers"), "E1"),
        arguments(
            "N.º de empleado;Nombre;Apellidos;E-mail corporativo;ID del responsable;Dpto.;"
                + "Sociedad;Idioma preferido;Sede\nE1;Eva;Top;eva@x.example;;Board;Norte;es;Madrid\n",
            "E1"),
        arguments(
            "MATRÍCULA|Apellidos y nombre|Correo|Jefe directo|Área|Compañía|Lengua|Oficina\n"
                + "E1|Top, Eva|eva@x.example||Board|Norte|castellano|Madrid\n",
            "E1"),
        arguments(
            "Personalnummer;Name;Vorname;E-Mail-Adresse;Führungskraft;Abteilung;Firma;Sprache;"
                + "Arbeitsort\nE1;Top;Eva;eva@x.example;;Board;Norte;Spanisch;Madrid\n",
            "E1"),
        arguments(
            "Worker ID\tWorker\tFirst Name\tLast Name\tEmail Address\tSupervisor ID\tManager\t"
                + "Org Unit\tLegal Entity\tLocale\tWork Location\n"
                + "E1\tEva Top\tEvita\tTop\teva@x.example\t\tnone\tBoard\tNorte\tes_ES\tMadrid\n",
            "E1"));
  }

  @ParameterizedTest
  @MethodSource
  void exports(String file, String id) {
    var person = read(new ByteArrayResource(file.getBytes(UTF_8))).top().person();
    assertThat(person)
        .extracting(
            Person::id,
            Person::name,
            Person::mail,
            Person::managerId,
            Person::heritage,
            Person::language,
            Person::site)
        .containsExactly(id, "Eva Top", "eva@x.example", null, "Norte", "es", "Madrid");
    assertThat(person.departmentId()).isIn("board", "vorstand", "direccion");
  }

  @ParameterizedTest
  @CsvSource({
    "Name,Full name,Eva,Eva Top",
    "Nombre,Nombre completo,Eva,Eva Top",
    "Name,Employee,Eva Top,manager",
    "First name,Last name,Eva,Top",
    "Name,Surname,Eva,Top",
    "Name,Vorname,Top,Eva",
    "Apellidos,Nombre,Top,Eva",
    "Name,First name,Eva Top,Eva",
    "Nombre,Nombre de pila,Eva Top,Eva",
    "Name,First name,Eva Top,Evita",
    "Name,Vorname,Eva Top,Eva",
    "Name,Rufname,Eva Top,EVA",
    "Worker,Shoe size,Eva Top,38",
    "Nachname Vorname,Titel,'Top, Eva',"
  })
  void theColumnsOfTheNameAreUnderstoodTogether(
      String one, String other, String first, String second) {
    var file =
        HEADER.replace(",name,", ",%s,%s,".formatted(one, other))
            + TOP.replace(",Eva Top,", ",\"%s\",%s,".formatted(first, second));
    assertThat(names(file.getBytes(UTF_8))).containsExactly("Eva Top");
  }

  @Test
  void aFirstNameBesideTheWholeNameIsToldNotToBeUsed() {
    var file =
        HEADER.replace(",name,", ",Name,First name,") + TOP.replace(",Eva Top,", ",Eva Top,Eva,");
    names(file.getBytes(UTF_8));
    assertThat(findings.warnings()).containsExactly("Column 'First name' is not used.");
  }

  @Test
  void theManagerInTheNameOfASupervisoryOrganizationIsNoPartOfIt() {
    var rows =
        (TOP + ANA + BOB)
            .replace(",Board,", ",Board (Eva Top),")
            .replace(",Sales,", ",Sales (EMEA) (Ana Ruiz),");
    var workday = HEADER.replace("department", "Supervisory Organization") + rows;
    assertThat(read(new ByteArrayResource(workday.getBytes(UTF_8))).entries())
        .extracting(row -> row.person().departmentId())
        .containsExactly("board", DepartmentId.of("Sales (EMEA)"), DepartmentId.of("Sales (EMEA)"));
    assertThat(read(new ByteArrayResource((HEADER + rows).getBytes(UTF_8))).entries())
        .extracting(row -> row.person().departmentId())
        .doesNotContain("board", DepartmentId.of("Sales (EMEA)"));
  }

  @Test
  void noHeaderMayBeTwoColumns() {
    var known = new ArrayList<String>();
    for (var column : PersonColumn.values()) {
      column.headers().forEach(known::addAll);
    }
    assertThat(known)
        .doesNotHaveDuplicates()
        .allSatisfy(it -> assertThat(it).isEqualTo(CsvColumn.key(it)));
    assertThat(PersonColumn.values())
        .allSatisfy(it -> assertThat(it.rank(CsvColumn.key(it.title()))).isGreaterThanOrEqualTo(0));
  }

  @Test
  void aSecondLastNameBelongsToTheName() {
    var file =
        "ID,Nombre,Primer apellido,Segundo apellido,Correo,Responsable,Departamento,Empresa,Idioma,"
            + "Centro\n1,Ana,Ruiz,Gómez,,,Ventas,Norte,es,\n2,Plato,,,,1,Ventas,Norte,es,\n";
    assertThat(names(file.getBytes(UTF_8))).containsExactly("Ana Ruiz Gómez", "Plato");
  }

  @ParameterizedTest
  @CsvSource({
    "Personnel number,employee id,employee id",
    "Work email,mail,mail",
    "Correo electrónico,mail,mail",
    "Idioma,language,language",
    "Dept.,department,department"
  })
  void aColumnKnownByTwoHeadersAtOnceIsAnError(String other, String known, String title) {
    assertThat(errors((HEADER.strip() + "," + other + "\n" + TOP).getBytes(UTF_8)))
        .containsExactly(
            ("Line 1, column '%s': The columns '%s' and '%s' may both be the %s. Leave the right one"
                    + " and remove the other, or head the right one '%s'.")
                .formatted(other, known, other, title, title));
  }

  // Values

  @Test
  void idsThatASpreadsheetHasShortenedAreRefusedAlsoWhereEachIsThereOnce() {
    assertThat(errors(field("scientific-id-alone")))
        .extracting(error -> error.substring(0, error.indexOf(" is what a spreadsheet")))
        .containsExactly(
            "Line 2, column 'employee id': '1.00001E+11'",
            "Line 3, column 'employee id': '1.00002E+11'",
            "Line 3, column 'manager': '1.00001E+11'",
            "Line 4, column 'manager': '1.00002E+11'");
  }

  @Test
  void shortenedIdsAreNotToldToBeThereTwice() {
    assertThat(errors(field("scientific-ids")))
        .hasSize(5)
        .allSatisfy(error -> assertThat(error).contains("is what a spreadsheet makes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+11", "1,00002E+11", "1.00002e+11", "4.2E-05"})
  void whatASpreadsheetMakesOfNumbersIsNoId(String id) {
    assertThat(errors((HEADER + TOP.replace("E1", "\"" + id + "\"")).getBytes(UTF_8)))
        .singleElement()
        .asString()
        .contains("'" + id + "' is what a spreadsheet makes of a long number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E5", "12E+4", "E+11", "0E1", "1.5"})
  void whatOnlyResemblesItIsAnId(String id) {
    assertThat(names((HEADER + TOP.replace("E1", id)).getBytes(UTF_8))).hasSize(1);
  }

  @Test
  void theIdWithLeadingZerosIsOffered() {
    assertThat(errors(field("leading-zeros")))
        .containsExactly(
            "Line 3, column 'manager': Nobody in the file has the employee id '417'. Did you mean"
                + " '000417', Eva Top? Spreadsheets drop leading zeros: format the column as text."
                + " Correct the manager of Ana Ruiz (000418), or add the manager to the file.",
            "Line 4, column 'manager': Nobody in the file has the employee id '418'. Did you mean"
                + " '000418', Ana Ruiz? Spreadsheets drop leading zeros: format the column as text."
                + " Correct the manager of Bob Lee (000419), or add the manager to the file.");
  }

  @ParameterizedTest
  @CsvSource({"e1,'Did you mean ''E1'', Eva Top? C'", "E1.0,'Did you mean ''E1'", "E9,Correct"})
  void theOnlySimilarIdIsOffered(String manager, String hint) {
    var file = HEADER + TOP + ANA.replace(",E1,", "," + manager + ",");
    assertThat(errors(file.getBytes(UTF_8)).get(0))
        .startsWith(
            "Line 3, column 'manager': Nobody in the file has the employee id '%s'. %s"
                .formatted(manager, hint));
  }

  @Test
  void aManagerByNameOrMailIsOfferedById() {
    assertThat(errors(field("manager-by-name")))
        .satisfiesExactly(
            it -> assertThat(it).contains("'Eva Top'. Did you mean 'E1', Eva Top? Correct"),
            it -> assertThat(it).contains("'ana@x.example'. Did you mean 'E2', Ana Ruiz? Correct"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dvorak  jan", "JAN@españa.example", "jan@xn--espaa-rta.example"})
  void aManagerByAnotherSpellingIsOfferedById(String manager) {
    var jan = ANA.replace("Ana Ruiz", "Dvořák Jan").replace("ana@x", "jan@españa");
    assertThat(errors(HEADER + TOP + jan + BOB.replace(",E2,", "," + manager + ",")))
        .singleElement()
        .asString()
        .contains(" Did you mean 'E2', Dvořák Jan? Correct");
  }

  @Test
  void domainsWithUmlautsAreWrittenAsMailServersDo() {
    assertThat(treeOf("idn-mail").entries())
        .extracting(PersonRow::person)
        .extracting(Person::mail)
        .containsExactly("eva@x.example", "ana@xn--espaa-rta.example", "bob@xn--espaa-rta.example");
  }

  @Test
  void theSameAddressInBothSpellingsIsThereTwice() {
    var file =
        HEADER
            + TOP.replace("x.example", "españa.example")
            + ANA.replace("ana@x.example", "EVA@xn--espaa-rta.example");
    assertThat(errors(file.getBytes(UTF_8)))
        .singleElement()
        .asString()
        .startsWith("Line 3, column 'mail': 'EVA@xn--espaa-rta.example' is also the mail address");
  }

  @Test
  void daysOfSpreadsheetsAreNotGuessedMidnightIsTheDay() {
    assertThat(errors(field("excel-dates")))
        .extracting(error -> error.substring(0, error.indexOf(" is not a day")))
        .containsExactly(
            "Line 2, column 'absent from': '02.12.2026'",
            "Line 2, column 'absent until': '09.12.2026'",
            "Line 3, column 'absent from': '12/2/2026'",
            "Line 3, column 'absent until': '12/9/2026'",
            "Line 4, column 'absent from': '46358'",
            "Line 4, column 'absent until': '46365'");
  }

  @Test
  void languagesAreTakenAsHrWritesThem() {
    assertThat(treeOf("languages").entries())
        .extracting(row -> row.person().language())
        .containsExactly("es", "es", "en", "es", "en", "es");
  }

  @Test
  void namesAreReadAsTypedWithoutWhatTurnsTheirDirection() {
    assertThat(treeOf("names").entries())
        .extracting(row -> row.person().name())
        .containsExactly(
            "Seán O'Brien",
            "محمد بن علي",
            "Zo\u00EB D’Arcy",
            "aBob",
            "{{7*7}} ${7*7}",
            "<b>Bold</b> & Co",
            "Jan Dvořák",
            "Łukasz Żółć");
  }

  @Test
  void decomposedLettersAreComposedInEveryColumn() {
    var file =
        HEADER
            + "E1,Zoe\u0308,,,Ventas E\u0301lite,Compan\u0303i\u0301a,Espan\u0303ol,Ma\u0301laga\n";
    var organization = read(new ByteArrayResource(file.getBytes(UTF_8)));
    assertThat(organization.top().person())
        .extracting(Person::name, Person::heritage, Person::language, Person::site)
        .containsExactly("Zo\u00EB", "Compañía", "es", "Málaga");
    assertThat(organization.departments())
        .singleElement()
        .satisfies(it -> assertThat(it.name()).isEqualTo("Ventas Élite"));
  }

  static Stream<Arguments> valuesWithSeveralFaults() {
    return Stream.of(
        arguments(",E1,", "," + "x".repeat(65) + ",", "column 'manager': The value has 65 char"),
        arguments("E2,", "*".repeat(65) + ",", "column 'employee id': The value has 65 characters"),
        arguments("ana@x.example", "a".repeat(255), "column 'mail': The value has 255 characters"),
        arguments(",es,", ",x\u0007" + "x".repeat(100) + ",", "column 'language': The value has 1"),
        arguments("Sales", "&\u0007&", "column 'department': The value contains an invisible"));
  }

  @ParameterizedTest
  @MethodSource
  void valuesWithSeveralFaults(String value, String wrong, String error) {
    assertThat(errors((HEADER + TOP + ANA.replace(value, wrong)).getBytes(UTF_8)))
        .singleElement()
        .asString()
        .startsWith("Line 3, " + error);
  }

  private OrganizationTree treeOf(String file) {
    return read(new ClassPathResource("field/" + file + ".csv"));
  }

  private static String field(String file) {
    try {
      return new ClassPathResource("field/" + file + ".csv").getContentAsString(UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> names(byte[] file) {
    return read(new ByteArrayResource(file)).entries().stream()
        .map(row -> row.person().name())
        .toList();
  }

  private OrganizationTree read(InputStreamSource file) {
    var tree = OrganizationTree.of(OrganizationFileReader.read(file, findings), findings);
    assertThat(tree.entries()).isNotEmpty();
    return tree;
  }

  private List<String> errors(String file) {
    return errors(file.getBytes(UTF_8));
  }

  private List<String> errors(byte[] file) {
    try {
      read(new ByteArrayResource(file));
      return List.of();
    } catch (InvalidFileException e) {
      return e.errors().stream().map(RowError::toString).toList();
    }
  }
}
