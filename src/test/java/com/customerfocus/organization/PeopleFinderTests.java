package com.customerfocus.organization;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.imports.OrganizationImporter;
import com.customerfocus.testing.Company;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/** People found by what users type. */
@CustomerFocusTest
class PeopleFinderTests {

  private static final List<String> NAMES =
      List.of(
          "Jan Dvořák",
          "Łukasz Żółć",
          "Nguyễn Văn An",
          "Seán O’Brien",
          "Zoë D'Arcy",
          "Γιώργος Παπαδόπουλος",
          "محمد بن علي",
          "王小明",
          "Müller-Lüdenscheidt, Jürgen",
          "Þórður Guðmundsson",
          "Işıl Çağrı",
          "Фёдор Достоевский",
          "Ana Ruiz",
          "Ana Ruiz Gómez",
          "राम कुमार");

  private final PeopleFinder finder;
  private final OrganizationImporter importer;
  private final PersonKeysAtStart keysAtStart;
  private final JdbcTemplate jdbc;

  @Autowired
  PeopleFinderTests(
      PeopleFinder finder,
      OrganizationImporter importer,
      PersonKeysAtStart keysAtStart,
      JdbcTemplate jdbc) {
    this.finder = finder;
    this.importer = importer;
    this.keysAtStart = keysAtStart;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void people() {
    var csv = new StringBuilder(Company.HEADER + "top,Top,,,Board,New,en,,senior-officer\n");
    for (var i = 0; i < NAMES.size(); i++) {
      csv.append(
          "E-%d,\"%s\",mail%d@x.example,top,Sales,New,en,,communications\n"
              .formatted(i, NAMES.get(i), i));
    }
    csv.append("same1,Bo Li,,top,Sales,New,en,,communications\n");
    csv.append("same2,BO LÍ,,top,Sales,New,en,,communications\n");
    csv.append("order1,An Nguyen,,top,Sales,New,en,,communications\n");
    csv.append("order2,Nguyen An,,top,Sales,New,en,,communications\n");
    csv.append("none,Without Account,,top,Sales,New,en,,\n");
    importer.importFile(new ByteArrayResource(csv.toString().getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Jan Dvořák                  | E-0
          jan dvorak                  | E-0
          Dvořák, Jan                 | E-0
          DVORAK  JAN                 | E-0
          Łukasz Żółć                 | E-1
          Lukasz Zolc                 | E-1
          Nguyễn Văn An               | E-2
          nguyen van an               | E-2
          Nguyễn, Văn An              | E-2
          Seán O’Brien                | E-3
          Sean O'Brien                | E-3
          O`Brien, Sean               | E-3
          Zoë D’Arcy                  | E-4
          Γιωργος Παπαδοπουλος        | E-5
          ΓΙΩΡΓΟΣ ΠΑΠΑΔΟΠΟΥΛΟΣ        | E-5
          محمد بن علي                 | E-6
          محمد بن على                 | E-6
          王小明                       | E-7
          Jürgen Müller-Lüdenscheidt  | E-8
          jurgen muller‑ludenscheidt  | E-8
          Thordur Gudmundsson         | E-9
          isil cagri                  | E-10
          Федор Достоевский           | E-11
          Ana Ruiz                    | E-12
          राम कुमार                     | E-14
          MAIL7@x.example             | E-7
          e-7                         | E-7
          An Nguyen                   | order1
          Nguyen An                   | order2
          An, Nguyen                  | order2
          """)
  void aPersonIsFoundInEveryWayToWriteTheName(String typed, String id) {
    assertThat(finder.find(typed)).isEqualTo(new PeopleFinder.Answer(id, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Bo Li           | refusal.person.several   | BO LÍ (same2), Bo Li (same1)
          Dvo             | refusal.person.inexact   | Jan Dvořák (E-0)
          zol luk         | refusal.person.inexact   | Łukasz Żółć (E-1)
          Παπα            | refusal.person.inexact   | Γιώργος Παπαδόπουλος (E-5)
          रीमा कुमार         | refusal.person.unknown   |
          Without Account | refusal.person.no-account| Without Account (none)
          100%            | refusal.person.unknown   |
          """)
  void otherwiseTheAnswerSaysWhoMayBeMeant(String typed, String key, String named) {
    var problem = finder.find(typed).problem();

    assertThat(problem.getCode()).isEqualTo(key);
    if (named != null) {
      assertThat(problem.getArguments()).contains(named);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Sean O'Brien, E1, true",
    "محمد بن علي, E2, true",
    "Zoe D'Arcy, E3, false",
    "jan dvorak, E7, true",
    "Zolc Lukasz, E8, false",
    "{{7*7}} ${7*7}, E5, false",
    "<b>bold</b> & co, E6, false"
  })
  void namesOfAFileAreFound(String typed, String id, boolean worksInTasklist) {
    importer.importFile(new ClassPathResource("field/names.csv"));

    var answer = finder.find(typed);

    if (worksInTasklist) {
      assertThat(answer).isEqualTo(new PeopleFinder.Answer(id, null));
    } else {
      assertThat(answer.problem().getCode()).isEqualTo("refusal.person.no-account");
      assertThat(answer.problem().inEnglish()).contains("(" + id + ")");
    }
  }

  @Test
  void peopleOfAnEarlierVersionAreFoundAfterTheNextStart() {
    jdbc.update("update person set id_key = null, name_key = null, mail_key = null");
    assertThat(finder.find("jan dvorak").id()).isNull();

    keysAtStart.run(new DefaultApplicationArguments());

    assertThat(finder.find("jan dvorak").id()).isEqualTo("E-0");
    assertThat(finder.find("mail7@x.example").id()).isEqualTo("E-7");
  }

  @Test
  void anotherNameIsFoundAfterItsImport() {
    var csv =
        Company.HEADER
            + "top,Top,,,Board,New,en,,senior-officer\n"
            + "E-0,Jan Novák,,top,Sales,New,en,,communications\n";
    importer.importFile(new ByteArrayResource(csv.getBytes(StandardCharsets.UTF_8)));

    assertThat(finder.find("novak, jan").id()).isEqualTo("E-0");
    assertThat(finder.find("Jan Dvořák").id()).isNull();
  }

  @Test
  @EnabledIf("isPostgres")
  void aPersonIsFoundWithoutReadingAllPeople() {
    jdbc.update(
        """
        insert into person (id, name, department_id, heritage, language, active, id_key, name_key,
                            mail_key)
        select 'x' || n, 'Name ' || n, 'sales', 'New', 'en', true, 'x' || n, n || ' name',
               'x' || n || '@x.example'
          from generate_series(1, 50000) n
        """);
    jdbc.execute("analyze person");

    var literals =
        PeopleFinder.EXACT
            .replace(":id", "'x77'")
            .replace(":mail", "'x77'")
            .replace(":name", "'77 name'")
            .replace(":most", "100");
    var plan =
        String.join("\n", jdbc.queryForList("explain " + literals, String.class))
            .toLowerCase(Locale.ROOT);

    assertThat(plan)
        .doesNotContain("seq scan")
        .contains("person_by_id_key", "person_by_mail_key", "person_by_name_key");
  }

  @Test
  @EnabledIf("isH2")
  void aPersonIsFoundByTheIndexesOfH2Too() {
    var literals =
        PeopleFinder.EXACT
            .replace(":id", "'x77'")
            .replace(":mail", "'x77'")
            .replace(":name", "'77 name'")
            .replace(":most", "100");
    var plan = jdbc.queryForObject("explain " + literals, String.class).toLowerCase(Locale.ROOT);

    assertThat(plan)
        .doesNotContain("tablescan")
        .contains("person_by_id_key", "person_by_mail_key", "person_by_name_key");
  }

  static boolean isPostgres() {
    return TestDatabase.isPostgres();
  }

  static boolean isH2() {
    return !TestDatabase.isPostgres();
  }
}
