package com.customerfocus.organization.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.customerfocus.organization.OrganizationProperties;
import com.customerfocus.organization.OrganizationService;
import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.testing.CustomerFocusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** A program started for an organization runs with that organization, or not at all. */
@CustomerFocusTest
class ImportAtStartTests {

  private final OrganizationService organization;
  private final OrganizationImporter importer;

  @Autowired
  ImportAtStartTests(OrganizationService organization, OrganizationImporter importer) {
    this.organization = organization;
    this.importer = importer;
  }

  @Test
  void aFileThatIsNotThereStopsTheStart() {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(() -> start(new FileSystemResource("target/no-such-file.csv")))
        .withMessageContaining("no-such-file.csv")
        .withMessageEndingWith("is not there.");
  }

  @Test
  void aFileWithErrorsStopsTheStartAndEachIsTold() {
    var file =
        """
        employee id,name,mail,manager,department,heritage company,language,site
        eva,,eva,,Sales,Norte,es,
        """;
    var failed =
        catchThrowableOfType(
            InvalidSettingException.class,
            () ->
                start(new ByteArrayResource(file.getBytes(StandardCharsets.UTF_8), "people.csv")));
    var analysis = failed.analysis();
    assertThat(analysis.getDescription())
        .contains("people.csv")
        .contains("The file has 2 errors")
        .contains("\nLine 2, column 'name': ")
        .contains("\nLine 2, column 'mail': ");
    assertThat(analysis.getAction()).contains("customer-focus.organization.file");
    assertThat(organization.departments()).isEmpty();
  }

  @Test
  void theOrganizationIsThereAfterTheStart() {
    start(new ClassPathResource("demo/organization.csv"));
    assertThat(organization.departments()).hasSize(8);
  }

  private void start(Resource file) {
    new ImportAtStart(importer, new OrganizationProperties(file, List.of(), null))
        .run(new DefaultApplicationArguments());
  }
}
