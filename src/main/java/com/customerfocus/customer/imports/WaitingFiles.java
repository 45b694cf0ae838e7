package com.customerfocus.customer.imports;

import com.customerfocus.csv.RowErrors;
import com.customerfocus.csv.review.ReviewedFile;
import com.customerfocus.customer.CustomerDataHolder;
import com.customerfocus.sweep.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Files of customers that wait for a decision: data of customers besides those on file. A file that
 * names a customer whose data are removed is removed with them as a whole, as is one whose rows
 * cannot all be read; and each that waits for 30 days. The import can be given up, or the file
 * uploaded again, which leaves the customer out.
 */
@Configuration(proxyBeanMethods = false)
class WaitingFiles {

  /** How long a file may wait. */
  static final Duration LONGEST_WAIT = Duration.ofDays(30);

  /** What a file says of a customer. */
  record Entry(String fileName, Instant uploadedAt, StagedCustomer row) {}

  @Bean
  Sweep customerFilesThatWaitedTooLong(CustomerImportRecords records, Clock clock) {
    return Sweep.ofOneBatch(
        "customerfiles",
        Duration.ofHours(1),
        () -> records.forgetUploadedBefore(clock.instant().minus(LONGEST_WAIT)));
  }

  @Bean
  CustomerDataHolder customersInWaitingFiles(CustomerImportRecords records) {
    return new Holder(records);
  }

  private record Holder(CustomerImportRecords records) implements CustomerDataHolder {

    @Override
    public String part() {
      return "waitingFiles";
    }

    @Override
    public List<Entry> export(Subject customer) {
      return records.waiting().stream()
          .map(records::file)
          .flatMap(file -> entries(file, customer, new RowErrors()).stream())
          .toList();
    }

    @Override
    public void remove(Subject customer) {
      records.waiting().stream()
          .filter(id -> mayName(customer, records.file(id)))
          .forEach(records::forget);
    }

    private static boolean mayName(Subject customer, ReviewedFile file) {
      var errors = new RowErrors();
      return !entries(file, customer, errors).isEmpty() || errors.areThere();
    }

    private static List<Entry> entries(ReviewedFile file, Subject customer, RowErrors errors) {
      var found = new ArrayList<Entry>();
      CustomerFileReader.read(
          file.content(),
          row -> {
            if (row.reference().equals(customer.reference())) {
              found.add(new Entry(file.fileName(), file.uploadedAt(), row));
            }
          },
          errors);
      return found;
    }
  }
}
