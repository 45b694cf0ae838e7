package com.customerfocus.customer.imports;

import com.customerfocus.csv.CsvWriter;
import com.customerfocus.csv.InvalidFileException;
import com.customerfocus.customer.imports.InvalidCustomerException.WrongValue;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Service;

/**
 * One customer as another system tells it: a file of one row, so that the same rules hold. What is
 * not told is empty on file afterwards.
 */
@Service
public class CustomerEntry {

  /** Where the key of a value is not the title of its column. */
  private static final Map<String, String> KEYS =
      Map.of(
          CustomerColumn.POSTAL_ADDRESS.title(), "postalAddress",
          CustomerColumn.ZONE.title(), "timeZone");

  private final CustomerImporter importer;

  CustomerEntry(CustomerImporter importer) {
    this.importer = importer;
  }

  /** What became of the customer on file. */
  public enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    /** The customer's data were removed at the customer's request and do not come back. */
    LEFT_OUT
  }

  /** The values of a customer; null for none. */
  public record Values(
      String name,
      String mail,
      String phone,
      String postalAddress,
      String language,
      String tier,
      String timeZone,
      String owner) {}

  /**
   * Puts the customer on file.
   *
   * @throws InvalidCustomerException when a value is wrong
   */
  public Outcome put(String reference, Values values) {
    var cells = new EnumMap<CustomerColumn, String>(CustomerColumn.class);
    cells.put(CustomerColumn.REFERENCE, reference);
    cells.put(CustomerColumn.NAME, values.name());
    cells.put(CustomerColumn.MAIL, values.mail());
    cells.put(CustomerColumn.PHONE, values.phone());
    cells.put(CustomerColumn.POSTAL_ADDRESS, values.postalAddress());
    cells.put(CustomerColumn.LANGUAGE, values.language());
    cells.put(CustomerColumn.TIER, values.tier());
    cells.put(CustomerColumn.ZONE, values.timeZone());
    cells.put(CustomerColumn.OWNER, values.owner());
    var report = importOne(reference, csv(cells));
    if (report.leftOut() > 0) {
      return Outcome.LEFT_OUT;
    }
    if (report.added() > 0) {
      return Outcome.CREATED;
    }
    return report.changed() > 0 ? Outcome.CHANGED : Outcome.UNCHANGED;
  }

  private CustomerImportReport importOne(String reference, byte[] csv) {
    try {
      return importer.importOne(reference, new ByteArrayResource(csv));
    } catch (InvalidFileException e) {
      throw new InvalidCustomerException(
          e.errors().stream()
              .map(it -> new WrongValue(KEYS.getOrDefault(it.column(), it.column()), it.message()))
              .toList());
    }
  }

  private static byte[] csv(Map<CustomerColumn, String> cells) {
    var columns = List.of(CustomerColumn.values());
    var text = new StringBuilder();
    new CsvWriter(text, ',', columns.stream().map(CustomerColumn::title).toArray(String[]::new))
        .row(columns.stream().map(cells::get).toArray());
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
