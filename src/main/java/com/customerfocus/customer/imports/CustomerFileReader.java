package com.customerfocus.customer.imports;

import com.customerfocus.csv.CsvReader;
import com.customerfocus.csv.CsvRow;
import com.customerfocus.csv.RowErrors;
import com.customerfocus.csv.ShortenedNumber;
import com.customerfocus.support.MailAddress;
import com.customerfocus.text.LanguageName;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.core.io.InputStreamSource;

/**
 * Reads a file of customers, one row in memory at a time, and checks each value by itself. Errors
 * are told without the wrong value, which is personal data when columns are mixed up: line and
 * column are enough to find it. Reads one file, from one thread.
 */
class CustomerFileReader {

  private static final int LONGEST_REFERENCE = 64;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_PHONE = 40;
  private static final int LONGEST_ADDRESS = 1_000;
  private static final int LONGEST_TIER = 40;
  private static final int LONGEST_ZONE = 60;
  private static final int LONGEST_OWNER = 64;
  private static final int LONGEST_LANGUAGE = 100;

  /** Part of the addresses of the API. */
  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+:-]*");

  /** The API has something else at these addresses. */
  private static final Set<String> ADDRESSES = Set.of("figures", "imports");

  private static final Pattern PHONE =
      Pattern.compile("[+(]?\\d[\\d\\s().,/-]{2,}(?:\\s?(?:x|ext\\.?|-)\\s?\\d{1,6})?");

  private final CsvReader<CustomerColumn> csv;
  private final Consumer<StagedCustomer> rows;
  private final Set<CustomerColumn> present = EnumSet.noneOf(CustomerColumn.class);
  private final Map<String, Boolean> zones = new HashMap<>();
  private int count;

  private CustomerFileReader(
      InputStreamSource source, Consumer<StagedCustomer> rows, RowErrors errors) {
    this.csv = new CsvReader<>(source, CustomerColumn.class, "customer", "customers", errors);
    this.rows = rows;
  }

  /**
   * Which columns the file has, and how many rows without errors.
   *
   * @param present empty when the file could not be read
   */
  record Content(Set<CustomerColumn> present, int rows) {}

  /**
   * Hands over each row with a reference; what is wrong goes to the errors. A row whose other
   * values have errors comes, too, so that what is wrong between rows is told at the same time.
   */
  static Content read(InputStreamSource source, Consumer<StagedCustomer> rows, RowErrors errors) {
    var reader = new CustomerFileReader(source, rows, errors);
    reader.csv.read(header -> reader.present.addAll(header.texts().keySet()), reader::take);
    return new Content(reader.present, reader.count);
  }

  private void take(CsvRow<CustomerColumn> row) {
    if (!row.isReadable()) {
      return;
    }
    var customer =
        new StagedCustomer(
            row.line(),
            reference(row),
            row.required(CustomerColumn.NAME, LONGEST_NAME),
            mail(row),
            phone(row),
            orNull(row.optional(CustomerColumn.POSTAL_ADDRESS, LONGEST_ADDRESS)),
            language(row),
            orNull(row.optional(CustomerColumn.TIER, LONGEST_TIER)),
            zone(row),
            owner(row));
    if (row.wrong().isEmpty()) {
      count++;
    }
    if (!row.isWrong(CustomerColumn.REFERENCE)) {
      rows.accept(customer);
    }
  }

  private static String reference(CsvRow<CustomerColumn> row) {
    var said = row.required(CustomerColumn.REFERENCE, LONGEST_REFERENCE);
    ShortenedNumber.check(
        row, CustomerColumn.REFERENCE, said, "reference", "the system of the customers");
    if (!said.isEmpty() && !REFERENCE.matcher(said).matches()) {
      row.error(
          CustomerColumn.REFERENCE,
          "The value cannot be a reference. Use letters without accents, digits and . _ - + @ :,"
              + " beginning with a letter or digit.");
    }
    if (ADDRESSES.contains(said)) {
      row.error(
          CustomerColumn.REFERENCE, "'%s' is no reference. Put the customer's number there.", said);
    }
    return said;
  }

  private static String mail(CsvRow<CustomerColumn> row) {
    var said = row.optional(CustomerColumn.MAIL, MailAddress.LONGEST);
    var mail = MailAddress.of(said);
    if (mail.isEmpty() && !said.isEmpty()) {
      row.error(
          CustomerColumn.MAIL,
          "The value is not a mail address. Correct it, or leave it empty when there is none.");
    }
    return mail.orElse(null);
  }

  private static String phone(CsvRow<CustomerColumn> row) {
    var said = row.optional(CustomerColumn.PHONE, LONGEST_PHONE);
    if (!said.isEmpty() && !PHONE.matcher(said).matches()) {
      row.error(
          CustomerColumn.PHONE,
          "The value is not a phone number. Write it like +34 600 111 222, or leave it empty.");
    }
    return orNull(said);
  }

  private static String language(CsvRow<CustomerColumn> row) {
    var said = row.required(CustomerColumn.LANGUAGE, LONGEST_LANGUAGE);
    var language = LanguageName.of(said);
    if (language.isEmpty() && !said.isEmpty()) {
      row.error(
          CustomerColumn.LANGUAGE,
          "The value is not a language this program writes. Put en for English or es for Spanish.");
    }
    return language.orElse("");
  }

  private String zone(CsvRow<CustomerColumn> row) {
    var said = row.optional(CustomerColumn.ZONE, LONGEST_ZONE);
    if (!said.isEmpty() && !zones.computeIfAbsent(said, CustomerFileReader::isZone)) {
      row.error(
          CustomerColumn.ZONE,
          "The value is not a time zone. Write it like Europe/Madrid, or leave it empty.");
    }
    return orNull(said);
  }

  private static boolean isZone(String name) {
    try {
      return ZoneId.of(name) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static String owner(CsvRow<CustomerColumn> row) {
    var said = row.optional(CustomerColumn.OWNER, LONGEST_OWNER);
    ShortenedNumber.check(row, CustomerColumn.OWNER, said, "employee id", "the HR system");
    return row.isWrong(CustomerColumn.OWNER) ? null : orNull(said);
  }

  private static String orNull(String value) {
    return value.isEmpty() ? null : value;
  }
}
