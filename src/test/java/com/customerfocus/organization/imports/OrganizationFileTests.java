package com.customerfocus.organization.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.customerfocus.csv.InvalidFileException;
import com.customerfocus.csv.RowError;
import com.customerfocus.csv.RowErrors;
import com.customerfocus.organization.Department;
import com.customerfocus.organization.Person;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.FileSystemResource;

/** Organization files in the variants of HR systems, and errors with their corrections. */
class OrganizationFileTests {

  private static final String HEADER =
      "employee id,name,mail,manager,department,heritage company,language,site,roles\n";
  private static final String HEADER_WITH_ABSENCES =
      HEADER.strip() + ",absent from,Absent until,deputy\n";
  private static final String TOP = "eva,Eva Top,eva@x.example,,Sales,Norte,es,Madrid,\n";
  private static final String ANA = "ana,Ana Ruiz,ana@x.example,eva,Sales,Norte,es,Madrid,\n";

  private final RowErrors rowErrors = new RowErrors();

  // Absences

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-09 |            |     | Line 3, column 'Absent until': The value is missing.
                     | 2026-03-12 |     | Line 3, column 'absent from': The value is missing.
          9.3.2026   | 2026-03-12 |     | Line 3, column 'absent from': '9.3.2026' is not a day. Write it like 2026-03-02.
          2026-02-30 | 2026-03-12 |     | Line 3, column 'absent from': '2026-02-30' is not a day.
          2026-03-12 | 2026-03-09 |     | Line 3, column 'Absent until': The last day away, 2026-03-09, is before the first, 2026-03-12.
          2026-03-09 | 2026-03-12 | ana | Line 3, column 'deputy': Ana Ruiz (ana) is their own deputy.
          2026-03-09 | 2026-03-12 | zoe | Line 3, column 'deputy': Nobody in the file has the employee id 'zoe'. Correct the deputy of Ana Ruiz (ana)
          """)
  void anAbsenceThatCannotBeIsRefused(String from, String until, String deputy, String error) {
    assertThat(
            errorsOf(
                HEADER_WITH_ABSENCES + absent(TOP, "", "", "") + absent(ANA, from, until, deputy)))
        .singleElement()
        .asString()
        .startsWith(error);
  }

  @Test
  void daysAwayAreAFirstAndALastOne() {
    assertThat(errorsOf(HEADER.replace("roles", "absent from") + TOP))
        .singleElement()
        .asString()
        .startsWith("Line 1, column 'absent until': The column is missing.");
  }

  @Test
  void anAbsenceAndItsDeputyAreTaken() {
    var file =
        HEADER_WITH_ABSENCES
            + absent(TOP, "", "", "ana")
            + absent(ANA, "2026-03-09", "2026-03-12", "eva");

    assertThat(organizationOf(file.getBytes(StandardCharsets.UTF_8)).entries())
        .extracting(PersonRow::leave)
        .containsExactly(
            null, new AbsenceRow(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 12), "eva"));
    assertThat(rowErrors.warnings()).isEmpty();
  }

  @Test
  void deputiesWithoutDaysAreToldToBeUseless() {
    peopleOf(HEADER.replace("roles", "deputy") + TOP);

    assertThat(rowErrors.warnings())
        .containsExactly(
            "Column 'deputy' is not used: it tells who acts while somebody is away, and there is no"
                + " column 'absent from'.");
  }

  private static String absent(String row, String from, String until, String deputy) {
    return row.strip()
        + Stream.of(from, until, deputy)
            .map(value -> value == null ? "" : value)
            .collect(Collectors.joining(",", ",", "\n"));
  }

  // Errors

  static Stream<Arguments> wrongFiles() {
    return Stream.of(
        arguments("", "The file is empty."),
        arguments("\n \r\n", "The file is empty."),
        arguments(HEADER, "The file has a header but no people."),
        arguments(HEADER + ",,,,,,,,\n", "The file has a header but no people."),
        arguments("id,name\n1,Ana\n", "Line 1, column 'mail': The column is missing."),
        arguments(
            HEADER.replace("roles", "Mail") + TOP,
            "Line 1, column 'Mail': The column is there twice."),
        arguments(
            HEADER + "\"eva,Eva Top,eva@x.example,,Sales,Norte,es,Madrid\n" + ANA,
            "Line 2: A quotation mark in the row"),
        arguments(
            HEADER + TOP + "\"ana\"x,Ana,,eva,Sales,Norte,es,,\n",
            "Line 3: A quotation mark in the row"),
        arguments(
            HEADER + TOP + "ana,Ruiz, Ana,ana@x.example,eva,Sales,Norte,es,Madrid,communications\n",
            "Line 3: The row has 10 values, but the header has 9 columns."));
  }

  @ParameterizedTest
  @MethodSource
  void wrongFiles(String file, String error) {
    assertThat(errorsOf(file)).anySatisfy(it -> assertThat(it).startsWith(error));
  }

  static Stream<Arguments> wrongRows() {
    return Stream.of(
        arguments(
            ",Ana,,eva,Sales,Norte,es,,", "Line 3, column 'employee id': The value is missing."),
        arguments(
            "*,Ana,,eva,Sales,Norte,es,,",
            "Line 3, column 'employee id': '*' cannot be an employee id."),
        arguments(
            "a b,Ana,,eva,Sales,Norte,es,,",
            "Line 3, column 'employee id': 'a b' cannot be an employee id."),
        arguments(
            "eva,Ana,,eva,Sales,Norte,es,,",
            "Line 3, column 'employee id': The employee id 'eva' is already on line 2."),
        arguments("ana, ,,eva,Sales,Norte,es,,", "Line 3, column 'name': The value is missing."),
        arguments(
            "ana," + "x".repeat(201) + ",,eva,Sales,Norte,es,,",
            "Line 3, column 'name': The value has 201 characters. Shorten it to 200 or fewer."),
        arguments(
            "ana,A\u0000na,,eva,Sales,Norte,es,,",
            "Line 3, column 'name': The value contains an invisible control character."),
        arguments(
            "ana,Ana,EVA@x.example,eva,Sales,Norte,es,,",
            "Line 3, column 'mail': 'EVA@x.example' is also the mail address of Eva Top (eva) on"
                + " line 2."),
        arguments(
            "ana,Ana,,bob,Sales,Norte,es,,",
            "Line 3, column 'manager': Nobody in the file has the employee id 'bob'. Correct the"
                + " manager of Ana (ana)"),
        arguments(
            "ana,Ana,,EVA,Sales,Norte,es,,",
            "Line 3, column 'manager': Nobody in the file has the employee id 'EVA'."),
        arguments(
            "ana,Ana,,ana,Sales,Norte,es,,",
            "Line 3, column 'manager': Ana (ana) is their own manager."),
        arguments("ana,Ana,,eva,,Norte,es,,", "Line 3, column 'department': The value is missing."),
        arguments(
            "ana,Ana,,eva,&,Norte,es,,",
            "Line 3, column 'department': '&' has neither a letter nor a digit."),
        arguments(
            "ana,Ana,,eva,Sales,,es,,", "Line 3, column 'heritage company': The value is missing."),
        arguments(
            "ana,Ana,,eva,Sales,Norte,,,", "Line 3, column 'language': The value is missing."),
        arguments(
            "ana,Ana,,eva,Sales,Norte,fr,,",
            "Line 3, column 'language': 'fr' is not a language this program writes. Put en for"
                + " English or es for Spanish."),
        arguments(
            "ana,Ana,,eva,Sales,Norte,es,,boss",
            "Line 3, column 'roles': 'boss' is not a role. Leave it empty or use one or more of:"
                + " senior-officer, communications, process-owner, front-line, administrator,"
                + " department-head."));
  }

  @ParameterizedTest
  @MethodSource
  void wrongRows(String row, String error) {
    assertThat(errorsOf(HEADER + TOP + row)).singleElement().asString().startsWith(error);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana",
        "ana@",
        "@x.example",
        "ana@x",
        "a b@x.example",
        "ana@x..example",
        "ana@-x.example",
        ".ana@x.example",
        "ana@x.example;bob@x.example",
        "Ana <ana@x.example>",
        "añá@x.example"
      })
  void whatIsNotAMailAddressIsRefused(String mail) {
    assertThat(errorsOf(HEADER + TOP + "ana,Ana," + mail + ",eva,Sales,Norte,es,,"))
        .containsExactly(
            "Line 3, column 'mail': '"
                + mail
                + "' is not a mail address. Correct it, or leave it empty when there is none.");
  }

  @Test
  void severalTopsAreAllNamed() {
    assertThat(errorsOf(HEADER + TOP + ANA + "bob,Bob,,,Sales,Sur,en,,\n"))
        .hasSize(2)
        .allSatisfy(
            it ->
                assertThat(it)
                    .contains("2 people have no manager")
                    .contains("Eva Top (eva), Bob (bob)"))
        .satisfiesExactly(
            it -> assertThat(it).startsWith("Line 2, column 'manager'"),
            it -> assertThat(it).startsWith("Line 4, column 'manager'"));
  }

  @Test
  void aCircleOfManagersIsNamedPersonByPerson() {
    assertThat(
            errorsOf(
                HEADER
                    + TOP
                    + "a,Ana,,c,Sales,Norte,es,,\n"
                    + "b,Bob,,a,Sales,Norte,es,,\n"
                    + "c,Cid,,b,Sales,Norte,es,,\n"
                    + "d,Dan,,c,Sales,Norte,es,,\n"))
        .containsExactly(
            "Line 3, column 'manager': These 3 people manage each other in a circle: Ana (a), who"
                + " is managed by Cid (c), who is managed by Bob (b), who is managed by Ana (a)"
                + " again. Correct the manager of one of them.");
  }

  @Test
  void aFileWithoutATopIsRefused() {
    assertThat(errorsOf(HEADER + "a,Ana,,b,Sales,Norte,es,,\nb,Bob,,a,Sales,Norte,es,,\n"))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("Column 'manager': Everybody has a manager. Leave the manager empty for");
  }

  @Test
  void aDepartmentHasOneHead() {
    assertThat(
            errorsOf(
                HEADER
                    + TOP.replace("Madrid,", "Madrid,department-head")
                    + ANA.replace("Madrid,", "Madrid,department-head")))
        .containsExactly(
            "Line 3, column 'roles': The department Sales already has a head: Eva Top (eva) on line"
                + " 2. Leave the role with one of them.");
  }

  @Test
  void theLineThatIsNotUtf8IsNamed() {
    var file = HEADER + TOP + "jan,Jan Dvořák,,eva,Sales,Norte,es,,\n" + ANA;
    assertThat(errorsOf(file.getBytes(Charset.forName("windows-1250"))))
        .singleElement()
        .asString()
        .startsWith("Line 3: The file is not UTF-8 text from here on.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void otherUnicodeIsRead(String charset) {
    assertThat(organizationOf((HEADER + TOP).getBytes(Charset.forName(charset))).entries())
        .extracting(PersonRow::id)
        .containsExactly("eva");
  }

  @Test
  void errorsAreToldInTheOrderOfTheFileAllAtOnce() {
    assertThat(
            errorsOf(
                HEADER
                    + "eva,Eva,eva,,Sales,Norte,es,,\n"
                    + "ana,Ana,,nobody,Sales,Norte,es,,\n"
                    + "bob,,,eva,Sales,Norte,de,,\n"))
        .extracting(it -> it.substring(0, it.indexOf(':')))
        .containsExactly(
            "Line 2, column 'mail'",
            "Line 3, column 'manager'",
            "Line 4, column 'name'",
            "Line 4, column 'language'");
  }

  @Test
  void aFileThatIsWrongThroughoutDoesNotFloodTheAnswer() {
    var rows =
        IntStream.range(0, 2_500)
            .mapToObj("p%d,Person,,eva,Sales,Norte,fr,,\n"::formatted)
            .collect(Collectors.joining());
    assertThatThrownBy(() -> organizationOf((HEADER + TOP + rows).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            InvalidFileException.class,
            it -> assertThat(it.errors()).hasSize(RowErrors.MOST_ERRORS))
        .hasMessage(
            "The file has 2,500 errors (the first 1,000 are listed, 1,500 more are not) and nothing"
                + " was changed. Correct what is listed and import the file again.");
  }

  @Test
  void aFileThatCannotBeReadIsNotTheAuthorsError() {
    var missing = new FileSystemResource("target/no-such-file.csv");
    assertThatThrownBy(() -> OrganizationFileReader.read(missing, rowErrors))
        .isInstanceOf(UncheckedIOException.class);
  }

  // Valid files

  @Test
  void aPersonIsWhatTheColumnsSay() {
    assertThat(peopleOf(HEADER + TOP + " ana , Ana\u00A0 Ruiz ,, eva ,Field  Service,Sur,en,,\n"))
        .containsExactly(
            new Person("eva", "Eva Top", "eva@x.example", null, "sales", "Norte", "es", "Madrid"),
            new Person("ana", "Ana Ruiz", null, "eva", "field-service", "Sur", "en", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void lineEndsDoNotMatterAndLinesAreStillCounted(String lineEnd) {
    var file =
        HEADER + TOP + "ana,\"Ana\nRuiz\",,eva,Sales,Norte,es,,\n\nbob,,,eva,Sales,Sur,en,,\n";
    assertThat(errorsOf(file.replace("\n", lineEnd)))
        .containsExactly("Line 6, column 'name': The value is missing. Fill it in.");
  }

  @Test
  void quotedValuesMayHaveSeparatorsLineBreaksAndQuotationMarks() {
    assertThat(peopleOf(HEADER + "eva,\"Top, Eva\r\n\"\"Evi\"\"\",,,\"Sales\",Norte,es,,\n"))
        .extracting(Person::name)
        .containsExactly("Top, Eva \"Evi\"");
  }

  @Test
  void aByteOrderMarkDoesNotHideTheFirstColumn() {
    assertThat(peopleOf("\uFEFF" + HEADER + TOP)).hasSize(1);
    assertThat(peopleOf("\uFEFF\"employee id\"" + HEADER.substring(11) + TOP)).hasSize(1);
  }

  @Test
  void theSeparatorMayBeASemicolon() {
    assertThat(
            peopleOf(
                "\"Name, first and last\";ID;Name;Mail;Manager;Department;Heritage;Language;Site\n"
                    + ";eva;\"Top, Eva\";;;Sales;Norte;es;\n"))
        .extracting(Person::name)
        .containsExactly("Top, Eva");
  }

  @Test
  void columnsAreFoundByTheirHeadersInAnyOrder() {
    assertThat(
            peopleOf(
                "SITE,Preferred_Language,Legacy Company,Dept.,Manager,Manager-ID,E-Mail,Full Name,"
                    + "Shoe size,Personnel number\n"
                    + "Madrid,es,Norte,Sales,,,eva@x.example,Eva Top,38,eva\n"
                    + "Madrid,es,Norte,Sales,Eva Top,eva,,Ana,40,ana\n"))
        .extracting(Person::id, Person::managerId, Person::site, Person::heritage)
        .containsExactly(
            tuple("eva", null, "Madrid", "Norte"), tuple("ana", "eva", "Madrid", "Norte"));
    assertThat(rowErrors.warnings())
        .containsExactly("Column 'Manager' is not used.", "Column 'Shoe size' is not used.");
  }

  @ParameterizedTest
  @CsvSource({
    "en,en",
    "EN,en",
    "en-US,en",
    "en_GB,en",
    "English,en",
    "es,es",
    "es-MX,es",
    "Español,es",
    "spanish,es"
  })
  void languagesAreSaidInManyWays(String said, String language) {
    assertThat(peopleOf(HEADER + TOP.replace(",es,", "," + said + ",")))
        .extracting(Person::language)
        .containsExactly(language);
  }

  @Test
  void spellingsOfADepartmentMeanTheSameDepartment() {
    var organization =
        organizationOf(
            (HEADER
                    + TOP.replace("Sales", "Atención al Cliente")
                    + ANA.replace("Sales", "atencion al cliente"))
                .getBytes(StandardCharsets.UTF_8));
    assertThat(organization.departments())
        .containsExactly(new Department("atencion-al-cliente", "Atención al Cliente", "eva"));
    assertThat(rowErrors.warnings())
        .containsExactly(
            "Line 3: the department 'atencion al cliente' is taken to be 'Atención al Cliente'.");
  }

  @ParameterizedTest
  @CsvSource({
    "Customer Care, Customer-Care, true",
    "R&D, R & D, true",
    "Sales/EMEA, Sales EMEA, true",
    "C, C++, false",
    "C#, C++, false",
    "R&D, RD, false",
    "Отдел продаж 1, Склад 1, false"
  })
  void departmentsThatLookLikeOneAreTwoWithAWarning(String one, String other, boolean warned) {
    var organization =
        organizationOf(
            (HEADER + TOP.replace("Sales", one) + ANA.replace("Sales", other))
                .getBytes(StandardCharsets.UTF_8));
    assertThat(organization.departments()).extracting(Department::name).contains(one, other);
    var warning =
        "Line 3: '%s' and '%s' are two departments: the names differ in a blank or a sign."
            .formatted(other, one);
    assertThat(rowErrors.warnings()).isEqualTo(warned ? List.of(warning) : List.of());
  }

  @Test
  void spellingsOfAHeritageCompanyMeanTheSameCompany() {
    assertThat(
            peopleOf(
                HEADER + TOP + ANA.replace("Norte", "NORTÉ") + ANA.replaceAll("\\bana\\b", "bob")))
        .extracting(Person::heritage)
        .containsOnly("Norte");
    assertThat(rowErrors.warnings())
        .containsExactly("Line 3: the heritage company 'NORTÉ' is taken to be 'Norte'.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "communications process-owner",
        "communications, process-owner",
        "Communications|Process-Owner",
        "communications;process-owner"
      })
  void aPersonMayHaveSeveralRoles(String roles) {
    var file = HEADER + TOP.replace("Madrid,", "Madrid,\"" + roles + "\"");
    assertThat(organizationOf(file.getBytes(StandardCharsets.UTF_8)).entries().get(0).roles())
        .containsExactlyInAnyOrder(PersonRole.COMMUNICATIONS, PersonRole.PROCESS_OWNER);
  }

  private List<String> errorsOf(String file) {
    return errorsOf(file.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> errorsOf(byte[] file) {
    var refused = catchThrowableOfType(InvalidFileException.class, () -> organizationOf(file));
    assertThat(refused).isNotNull();
    return refused.errors().stream().map(RowError::toString).toList();
  }

  private List<Person> peopleOf(String file) {
    return organizationOf(file.getBytes(StandardCharsets.UTF_8)).entries().stream()
        .map(PersonRow::person)
        .toList();
  }

  private OrganizationTree organizationOf(byte[] file) {
    return OrganizationTree.of(
        OrganizationFileReader.read(new ByteArrayResource(file), rowErrors), rowErrors);
  }
}
