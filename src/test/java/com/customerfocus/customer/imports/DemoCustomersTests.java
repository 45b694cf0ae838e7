package com.customerfocus.customer.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.customerfocus.csv.RowErrors;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The demo's file by itself. */
class DemoCustomersTests {

  @Test
  void thirtyCustomersInTwoLanguagesAreReadWithoutErrors() {
    var errors = new RowErrors();
    var rows = new ArrayList<StagedCustomer>();
    CustomerFileReader.read(new ClassPathResource("demo/customers.csv"), rows::add, errors);

    assertThatCode(errors::refuseWhenThereAreErrors).doesNotThrowAnyException();
    assertThat(errors.warnings()).isEmpty();
    assertThat(rows).hasSize(30);
    assertThat(rows).extracting(StagedCustomer::language).containsOnly("en", "es");
    assertThat(rows)
        .extracting(StagedCustomer::ownerId)
        .containsOnly("damian.cordero", "joanna.mortimer");
  }
}
