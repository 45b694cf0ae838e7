package com.customerfocus.organization.imports;

import com.customerfocus.csv.InvalidFileException;
import com.customerfocus.csv.RowError;
import com.customerfocus.organization.OrganizationProperties;
import com.customerfocus.support.InvalidSettingException;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Imports the organization that the setting {@code customer-focus.organization.file} names. Safe
 * when several nodes start together: one imports, the others find nothing left to change.
 */
@Component
@ConditionalOnProperty("customer-focus.organization.file")
class ImportAtStart implements ApplicationRunner {

  private static final Logger log = LoggerFactory.getLogger(ImportAtStart.class);

  private final OrganizationImporter importer;
  private final OrganizationProperties properties;

  ImportAtStart(OrganizationImporter importer, OrganizationProperties properties) {
    this.importer = importer;
    this.properties = properties;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    var file = properties.file();
    try {
      var report = importer.importFile(file, file.getDescription(), null);
      log.info(
          "Organization of {}: {} people, {} joiners, {} leavers, {} moves",
          file.getDescription(),
          report.people(),
          report.joiners(),
          report.leavers(),
          report.moves());
      report.changes().forEach(it -> log.info("{}: {} changes", it.field(), it.count()));
      report.consequences().forEach(log::info);
      report.warnings().forEach(log::warn);
    } catch (InvalidFileException e) {
      var errors = e.errors().stream().map(RowError::toString);
      throw failed(
          "The organization file %s cannot be imported.%n%s%n%n%s"
              .formatted(
                  file.getDescription(),
                  e.getMessage(),
                  errors.collect(Collectors.joining(System.lineSeparator()))),
          e);
    } catch (UncheckedIOException e) {
      var reason =
          e.getCause() instanceof FileNotFoundException ? "is not there" : "cannot be read";
      throw failed("The organization file %s %s.".formatted(file.getDescription(), reason), e);
    }
  }

  /** The program must not run with another organization than it was started for. */
  private static InvalidSettingException failed(String problem, Throwable cause) {
    return new InvalidSettingException(
        problem,
        "Correct the file, or the setting customer-focus.organization.file that names it, and start"
            + " the program again.",
        cause);
  }
}
