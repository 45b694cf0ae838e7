package com.customerfocus.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.customerfocus.support.InvalidSettingException;
import com.customerfocus.testing.CustomerFocusTest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CustomerFocusTest
class LinkKeysTests {

  private final JdbcClient jdbc;
  private String installed;

  @Autowired
  LinkKeysTests(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @BeforeEach
  void keepTheKeyOfTheRunningProgram() {
    installed = content();
    jdbc.sql("delete from secret where name = 'personal-links'").update();
  }

  @AfterEach
  void giveItBack() {
    jdbc.sql("delete from secret where name = 'personal-links'").update();
    jdbc.sql("insert into secret (name, content) values ('personal-links', ?)")
        .param(installed)
        .update();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"not Base64!", "c2hvcnQ=", "=", "YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzN-_="})
  void aMalformedKeyIsRefusedWithoutQuotingIt(String malformed) {
    assertThatThrownBy(() -> new LinkKeys(jdbc).find(List.of(malformed)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "Each of customer-focus.links.keys must be at least 32 random bytes in Base64, or"
                + " \"own\".");
    assertThat(countOfSecrets()).isZero();
  }

  @Test
  void theConfiguredKeyIsUsedAndNotStored() {
    var key = new byte[32];
    assertThat(new LinkKeys(jdbc).find(List.of(Base64.getEncoder().encodeToString(key) + "\n")))
        .isDeepEqualTo(new byte[][] {key});
    assertThat(countOfSecrets()).isZero();
  }

  @Test
  void withoutConfigurationTheInstallationMakesItsOwnOnce() {
    var key = own();
    assertThat(key).hasSize(32);
    assertThat(own()).isEqualTo(key);
  }

  @Test
  void nodesThatStartTogetherAgreeOnOneKey() throws Exception {
    var nodes = 8;
    var start = new CyclicBarrier(nodes);
    var pool = Executors.newFixedThreadPool(nodes);
    try {
      Callable<String> node =
          () -> {
            start.await();
            return Base64.getEncoder().encodeToString(own());
          };
      var keys = new HashSet<String>();
      for (var answer : pool.invokeAll(IntStream.range(0, nodes).mapToObj(i -> node).toList())) {
        keys.add(answer.get());
      }
      assertThat(keys).containsExactly(content());
      assertThat(countOfSecrets()).isOne();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void theInstallationsOwnKeyCanStandBehindAConfiguredOne() {
    var key = new byte[32];
    assertThat(
            new LinkKeys(jdbc).find(List.of(Base64.getEncoder().encodeToString(key), LinkKeys.OWN)))
        .isDeepEqualTo(new byte[][] {key, own()});
  }

  private byte[] own() {
    return new LinkKeys(jdbc).find(List.of())[0];
  }

  private String content() {
    return jdbc.sql("select content from secret where name = 'personal-links'")
        .query(String.class)
        .single();
  }

  private long countOfSecrets() {
    return jdbc.sql("select count(*) from secret where name = 'personal-links'")
        .query(Long.class)
        .single();
  }
}
