package com.customerfocus.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.notice.Recipient.Kind;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipientTests {

  @ParameterizedTest
  @CsvSource({
    "4711, EMPLOYEE",
    "customer-care, EMPLOYEE",
    "customer:7, CUSTOMER",
    "contact:7, CONTACT"
  })
  void theIdSaysWhoARecipientIs(String id, Kind kind) {
    assertThat(new Recipient(id, "Ana", null, "es", ZoneOffset.UTC).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource("7, customer:7, contact:7")
  void theIdOfACustomerAndOfAContact(long id, String customer, String contact) {
    assertThat(Recipient.customer(id)).isEqualTo(customer);
    assertThat(Recipient.contact(id)).isEqualTo(contact);
  }
}
