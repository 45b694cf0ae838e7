package com.customerfocus.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTests {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "2001:db8:1:2:3:4:5:6, 20:01:0d:b8:00:01:00:02::/64",
    "2001:db8:1:2::1, 20:01:0d:b8:00:01:00:02::/64",
    "fe80::1%eth0, fe:80:00:00:00:00:00:00::/64",
    "::ffff:192.0.2.7, ::ffff:192.0.2.7",
    "_hidden, _hidden"
  })
  void allAddressesOfANetworkOfVersion6AreOneClient(String address, String client) {
    assertThat(ClientAddress.network(address)).isEqualTo(client);
  }

  @Test
  void whatAProxyMakesUpFitsIntoTheTable() {
    assertThat(ClientAddress.network("x".repeat(500))).hasSize(45);
  }
}
