package com.customerfocus.organization.imports;

import com.customerfocus.organization.Person;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.InputStreamSource;

/**
 * Reads an organization file as HR systems write it: UTF-8 with or without a byte order mark, comma
 * or semicolon, columns in any order. Checks each value by itself; how rows fit together is checked
 * by {@link OrganizationTree}. Reads one file; not for use by several threads.
 */
public class OrganizationFileReader {

  /** Far more than a header needs, even with quoted line breaks. */
  private static final int LONGEST_HEADER = 64 * 1024;

  /** Several times all values of a row at their maximum length. */
  private static final int LONGEST_ROW = 100_000;

  /** HR systems export a few dozen. */
  private static final int MOST_COLUMNS = 500;

  /** More than any company has people. */
  private static final int MOST_ROWS = 3_000_000;

  private static final int LONGEST_ID = 64;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_MAIL = 254;
  private static final int LONGEST_WORD = 100;

  private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\u00A0\\u202F]+");
  private static final Pattern CONTROL_CHARACTER = Pattern.compile("\\p{Cc}");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_FOR_DEPARTMENT_IDS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern BETWEEN_ROLES = Pattern.compile("[\\s,;|]+");

  /** Ids are logins and part of links; {@code *} means all users to the engine. */
  private static final Pattern EMPLOYEE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]*");

  /** Accepted by every mail server: no quoted or international local parts. */
  private static final Pattern MAIL =
      Pattern.compile(
          "[\\w!#$%&'*+/=?^`{|}~-]+(\\.[\\w!#$%&'*+/=?^`{|}~-]+)*"
              + "@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])");

  private final InputStreamSource source;
  private final RowErrors rowErrors;
  private final Map<PersonColumn, String> headers = new EnumMap<>(PersonColumn.class);
  private final Map<PersonColumn, Integer> positions = new EnumMap<>(PersonColumn.class);
  private final List<PersonRow> entries = new ArrayList<>();
  private final Map<String, String> departments = new LinkedHashMap<>();
  private final Set<String> otherSpellings = new HashSet<>();

  /** Cache of equal texts: a large organization has few departments and sites. */
  private final Map<String, String> texts = new HashMap<>();

  private int columns;

  private OrganizationFileReader(InputStreamSource source, RowErrors rowErrors) {
    this.source = source;
    this.rowErrors = rowErrors;
  }

  /** Reads all valid rows and adds errors to the findings. */
  public static OrganizationFile read(InputStreamSource source, RowErrors rowErrors) {
    return new OrganizationFileReader(source, rowErrors).read();
  }

  private OrganizationFile read() {
    var line = 1;
    try (var text = textOf(source)) {
      skipByteOrderMark(text);
      var format =
          CSVFormat.RFC4180
              .builder()
              .setDelimiter(separatorOf(text))
              .setIgnoreEmptyLines(false)
              .get();
      var reader = new LimitedReader(text, LONGEST_ROW);
      try (var csv = CSVParser.builder().setReader(reader).setFormat(format).get()) {
        for (var row : csv) {
          reader.beginRow();
          if (rowErrors.areTooMany() || csv.getRecordNumber() > MOST_ROWS) {
            return stoppedAt(line);
          }
          if (!isBlank(row)) {
            if (columns == 0) {
              readHeader(row, line);
              if (positions.isEmpty()) {
                return OrganizationFile.unreadable();
              }
            } else {
              readEntry(row, line);
            }
          }
          line = (int) csv.getCurrentLineNumber() + 1;
        }
      }
    } catch (UncheckedIOException e) {
      return stoppedBy(e.getCause(), line);
    } catch (IOException e) {
      return stoppedBy(e, line);
    }
    if (columns == 0) {
      rowErrors.error(
          null,
          null,
          "The file is empty. Export it again, with a header line and one line for each person.");
      return OrganizationFile.unreadable();
    }
    if (entries.isEmpty()) {
      rowErrors.error(
          null,
          null,
          "The file has a header but no people. Export it again, with one line for each person.");
      return OrganizationFile.unreadable();
    }
    return new OrganizationFile(headers, entries, departments, true);
  }

  /** More errors than a person would correct by hand. */
  private OrganizationFile stoppedAt(int line) {
    rowErrors.stopAt(line);
    return new OrganizationFile(headers, entries, departments, false);
  }

  private OrganizationFile stoppedBy(IOException reason, int line) {
    if (reason instanceof CharacterCodingException) {
      rowErrors.error(
          firstLineThatIsNotUtf8(),
          null,
          "The file is not UTF-8 text from here on. Export or save it again as CSV with the"
              + " encoding UTF-8 (in Excel: 'CSV UTF-8').");
    } else if (reason instanceof LimitedReader.RowTooLong) {
      rowErrors.error(
          line,
          null,
          "The row that begins here has more than %,d characters, so the rest of the file cannot be"
              + " read. Look for a quotation mark that is not closed, and for line breaks that are"
              + " missing.",
          LONGEST_ROW);
    } else if (reason instanceof CSVException) {
      rowErrors.error(
          line,
          null,
          "A quotation mark in the row that begins here does not enclose a whole value, so the"
              + " rest of the file cannot be read. Enclose the value in quotation marks and write"
              + " each quotation mark inside it twice.");
    } else {
      throw new UncheckedIOException("The organization file cannot be read", reason);
    }
    return new OrganizationFile(headers, entries, departments, false);
  }

  private static BufferedReader textOf(InputStreamSource source) throws IOException {
    // A decoder of its own: the charset's would replace malformed bytes by question marks.
    return new BufferedReader(
        new InputStreamReader(source.getInputStream(), StandardCharsets.UTF_8.newDecoder()));
  }

  private static void skipByteOrderMark(Reader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
  }

  /** Comma or semicolon, the more frequent one in the header outside quotation marks. */
  private static char separatorOf(Reader reader) throws IOException {
    reader.mark(LONGEST_HEADER);
    var commas = 0;
    var semicolons = 0;
    var quoted = false;
    for (var i = 0; i < LONGEST_HEADER; i++) {
      var c = reader.read();
      var headerHasBegun = commas + semicolons > 0;
      if (c == -1 || (!quoted && headerHasBegun && (c == '\n' || c == '\r'))) {
        break;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == ',') {
        commas++;
      } else if (!quoted && c == ';') {
        semicolons++;
      }
    }
    reader.reset();
    return semicolons > commas ? ';' : ',';
  }

  private int firstLineThatIsNotUtf8() {
    try (var bytes = new BufferedInputStream(source.getInputStream())) {
      var line = new ByteArrayOutputStream();
      for (var number = 1; ; number++) {
        var b = bytes.read();
        while (b != -1 && b != '\n') {
          line.write(b);
          b = bytes.read();
        }
        if (b == -1 || !isUtf8(line.toByteArray())) {
          return number;
        }
        line.reset();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The organization file cannot be read", e);
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static boolean isBlank(CSVRecord row) {
    return row.stream().allMatch(String::isBlank);
  }

  private void readHeader(CSVRecord row, int line) {
    columns = row.size();
    if (columns > MOST_COLUMNS) {
      rowErrors.error(
          line,
          null,
          "The header has %,d columns, at most %d fit. Export only those that the import uses.",
          columns,
          MOST_COLUMNS);
      return;
    }
    var unused = new ArrayList<Integer>();
    for (var position = 0; position < columns; position++) {
      unused.add(position);
    }
    for (var personColumn : PersonColumn.values()) {
      takeBestHeader(personColumn, row, line, unused);
    }
    for (var position : unused) {
      var header = tidy(row.get(position));
      if (!header.isEmpty()) {
        rowErrors.warning("Column '%s' is not used.", header);
      }
    }
    var missing =
        Arrays.stream(PersonColumn.values())
            .filter(
                personColumn -> personColumn.isRequired() && !positions.containsKey(personColumn))
            .toList();
    for (var personColumn : missing) {
      rowErrors.error(
          line,
          personColumn.title(),
          "The column is missing. Add it to the export and give it the header '%s'.",
          personColumn.title());
    }
    if (positions.containsKey(PersonColumn.ABSENT_FROM)
        != positions.containsKey(PersonColumn.ABSENT_UNTIL)) {
      rowErrors.error(
          line,
          positions.containsKey(PersonColumn.ABSENT_FROM)
              ? PersonColumn.ABSENT_UNTIL.title()
              : PersonColumn.ABSENT_FROM.title(),
          "The column is missing. Days away are a first and a last one: add it, or remove the"
              + " other.");
    }
    if (positions.containsKey(PersonColumn.DEPUTY)
        && !positions.containsKey(PersonColumn.ABSENT_FROM)) {
      rowErrors.warning(
          "Column '%s' is not used: it tells who acts while somebody is away, and there is no column"
              + " '%s'.",
          headers.get(PersonColumn.DEPUTY), PersonColumn.ABSENT_FROM.title());
    }
    if (!missing.isEmpty()) {
      positions.clear();
    }
  }

  private void takeBestHeader(
      PersonColumn personColumn, CSVRecord row, int line, List<Integer> unused) {
    var best = -1;
    for (var position = 0; position < row.size(); position++) {
      var rank = personColumn.rank(row.get(position));
      var bestRank = best == -1 ? Integer.MAX_VALUE : personColumn.rank(row.get(best));
      if (rank != -1 && rank == bestRank) {
        rowErrors.error(
            line,
            tidy(row.get(position)),
            "The column is there twice. Leave the right one and remove the other.");
        unused.remove((Integer) position);
      } else if (rank != -1 && rank < bestRank) {
        best = position;
      }
    }
    if (best != -1) {
      positions.put(personColumn, best);
      headers.put(personColumn, tidy(row.get(best)));
      unused.remove((Integer) best);
    }
  }

  private void readEntry(CSVRecord row, int line) {
    if (hasValuesBeyondTheHeader(row)) {
      rowErrors.error(
          line,
          null,
          "The row has %d values, but the header has %d columns. Enclose values that contain the"
              + " separator in quotation marks.",
          row.size(),
          columns);
      return;
    }
    var values = new Values(row, line);
    var id = values.required(PersonColumn.ID, LONGEST_ID);
    if (!id.isEmpty() && !EMPLOYEE_ID.matcher(id).matches()) {
      values.error(
          PersonColumn.ID,
          "'%s' cannot be an employee id. Use letters without accents, digits and . _ - + @,"
              + " beginning with a letter or digit.",
          id);
    }
    var person =
        new Person(
            kept(id),
            values.required(PersonColumn.NAME, LONGEST_NAME),
            mail(values),
            kept(orNull(values.optional(PersonColumn.MANAGER, LONGEST_ID))),
            kept(department(values)),
            kept(values.required(PersonColumn.HERITAGE, LONGEST_WORD)),
            kept(language(values)),
            kept(orNull(values.optional(PersonColumn.SITE, LONGEST_WORD))));
    var roles = roles(values);
    var absenceRow = leave(values);
    if (!id.isEmpty()) {
      entries.add(new PersonRow(line, person, roles, absenceRow));
    }
  }

  private boolean hasValuesBeyondTheHeader(CSVRecord row) {
    for (var position = columns; position < row.size(); position++) {
      if (!row.get(position).isBlank()) {
        return true;
      }
    }
    return false;
  }

  private String mail(Values values) {
    var mail = values.optional(PersonColumn.MAIL, LONGEST_MAIL);
    if (!mail.isEmpty() && !MAIL.matcher(mail).matches()) {
      values.error(
          PersonColumn.MAIL,
          "'%s' is not a mail address. Correct it, or leave it empty when there is none.",
          mail);
    }
    return orNull(mail);
  }

  private String department(Values values) {
    var name = values.required(PersonColumn.DEPARTMENT, LONGEST_WORD);
    var id = departmentId(name);
    if (id.isEmpty()) {
      if (!name.isEmpty()) {
        values.error(
            PersonColumn.DEPARTMENT,
            "'%s' has neither a letter from a to z nor a digit. Give the department such a name.",
            name);
      }
      return id;
    }
    var known = departments.putIfAbsent(id, name);
    if (known != null && !known.equals(name) && otherSpellings.add(name)) {
      rowErrors.warning(
          "Line %d: the department '%s' is taken to be '%s'.", values.line(), name, known);
    }
    return id;
  }

  /** The name in lower case with hyphens, without accents. */
  static String departmentId(String name) {
    var plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    var id = NOT_FOR_DEPARTMENT_IDS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
    return id.replaceAll("^-|-$", "");
  }

  private String language(Values values) {
    var said = values.required(PersonColumn.LANGUAGE, LONGEST_WORD);
    var language =
        switch (said.toLowerCase(Locale.ROOT)) {
          case "english", "inglés" -> "en";
          case "spanish", "español", "castellano" -> "es";
          default -> Locale.forLanguageTag(said.replace('_', '-')).getLanguage();
        };
    if (!said.isEmpty() && !language.equals("en") && !language.equals("es")) {
      values.error(
          PersonColumn.LANGUAGE,
          "'%s' is not a language this program writes. Put en for English or es for Spanish.",
          said);
    }
    return language;
  }

  private Set<PersonRole> roles(Values values) {
    var said = values.optional(PersonColumn.ROLES, LONGEST_NAME);
    if (said.isEmpty()) {
      return Set.of();
    }
    var roles = EnumSet.noneOf(PersonRole.class);
    for (var word : BETWEEN_ROLES.split(said)) {
      if (!word.isEmpty()) {
        PersonRole.of(word)
            .ifPresentOrElse(
                roles::add,
                () ->
                    values.error(
                        PersonColumn.ROLES,
                        "'%s' is not a role. Leave it empty or use one or more of: %s.",
                        word,
                        PersonRole.words()));
      }
    }
    return roles;
  }

  /** A standing deputy without days is not supported. */
  private AbsenceRow leave(Values values) {
    var from = day(values, PersonColumn.ABSENT_FROM);
    var until = day(values, PersonColumn.ABSENT_UNTIL);
    var deputy = kept(orNull(values.optional(PersonColumn.DEPUTY, LONGEST_ID)));
    if (from == null || until == null) {
      return null;
    }
    if (until.isBefore(from)) {
      values.error(
          PersonColumn.ABSENT_UNTIL,
          "The last day away, %s, is before the first, %s. Correct one of them.",
          until,
          from);
      return null;
    }
    return new AbsenceRow(from, until, deputy);
  }

  private LocalDate day(Values values, PersonColumn personColumn) {
    var said = values.optional(personColumn, LONGEST_WORD);
    if (said.isEmpty()) {
      checkOther(values, personColumn);
      return null;
    }
    try {
      return LocalDate.parse(said);
    } catch (DateTimeParseException e) {
      values.error(personColumn, "'%s' is not a day. Write it like 2026-03-02.", said);
      return null;
    }
  }

  /** Either both days or none. */
  private void checkOther(Values values, PersonColumn missing) {
    var other =
        missing == PersonColumn.ABSENT_FROM ? PersonColumn.ABSENT_UNTIL : PersonColumn.ABSENT_FROM;
    if (positions.containsKey(missing) && !values.optional(other, LONGEST_WORD).isEmpty()) {
      values.error(
          missing, "The value is missing. Fill it in, or leave both days of the absence empty.");
    }
  }

  /** HR systems leave line breaks and double blanks in values; they become one blank. */
  private static String tidy(String value) {
    return WHITE_SPACE.matcher(value).replaceAll(" ").strip();
  }

  private static String orNull(String value) {
    return value.isEmpty() ? null : value;
  }

  private String kept(String text) {
    return text == null ? null : texts.computeIfAbsent(text, same -> same);
  }

  /** Values of one row, with the checks that all values share. */
  private final class Values {

    private final CSVRecord row;
    private final int line;
    private final Set<PersonColumn> tooLong = EnumSet.noneOf(PersonColumn.class);

    Values(CSVRecord row, int line) {
      this.row = row;
      this.line = line;
    }

    int line() {
      return line;
    }

    String required(PersonColumn personColumn, int longest) {
      var value = optional(personColumn, longest);
      if (value.isEmpty()) {
        error(personColumn, "The value is missing. Fill it in.");
      }
      return value;
    }

    /** Empty when there is none. */
    String optional(PersonColumn personColumn, int longest) {
      var position = positions.get(personColumn);
      if (position == null || position >= row.size()) {
        return "";
      }
      var value = tidy(row.get(position));
      if (value.length() > longest) {
        error(
            personColumn,
            "The value has %,d characters. Shorten it to %d or fewer.",
            value.length(),
            longest);
        tooLong.add(personColumn);
        return value.substring(0, longest);
      }
      if (CONTROL_CHARACTER.matcher(value).find()) {
        error(personColumn, "The value contains an invisible control character. Type it anew.");
      }
      return value;
    }

    /** Further errors of an overlong value are reported once it is shorter. */
    void error(PersonColumn personColumn, String message, Object... arguments) {
      if (tooLong.contains(personColumn)) {
        return;
      }
      rowErrors.error(line, headers.get(personColumn), message, arguments);
    }
  }
}
