package com.customerfocus.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.testing.CustomerFocusTest;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@CustomerFocusTest
class KeyedDigestTests {

  private static final String KEY = "secret where name = 'digests'";

  private final JdbcClient jdbc;
  private final JdbcTemplate rows;
  private final PlatformTransactionManager transactions;
  private final TransactionTemplate transaction;
  private List<String> installed = List.of();

  KeyedDigestTests(ApplicationContext program) {
    jdbc = program.getBean(JdbcClient.class);
    rows = program.getBean(JdbcTemplate.class);
    transactions = program.getBean(PlatformTransactionManager.class);
    transaction = program.getBean(TransactionTemplate.class);
  }

  @BeforeEach
  void keepTheKeyOfTheRunningProgram() {
    installed = rows.queryForList("select content from " + KEY, String.class);
    rows.update("delete from " + KEY);
  }

  @AfterEach
  void giveItBack() {
    rows.update("delete from " + KEY);
    installed.forEach(
        key -> rows.update("insert into secret (name, content) values ('digests', ?)", key));
  }

  @Test
  void aDigestIsAnHmacUnderTheKey() {
    // RFC 4231, test case 2.
    var digest = new KeyedDigest(() -> "Jefe".getBytes(StandardCharsets.US_ASCII));

    assertThat(digest.of("what do ya want for nothing?"))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void theKeyIsMadeWithTheFirstDigestAndStaysWhenItsTransactionRollsBack() {
    var digest = ofOneNode();
    assertThat(keys()).isZero();

    var first =
        transaction.execute(
            status -> {
              status.setRollbackOnly();
              return digest.of("4711");
            });

    assertThat(keys()).isOne();
    assertThat(digest.of("4711")).isEqualTo(first);
    assertThat(ofOneNode().of("4711")).as("another node").isEqualTo(first);
    assertThat(ofOneNode().of("4712")).isNotEqualTo(first);
  }

  @Test
  void nodesThatMakeTheirFirstDigestTogetherInTransactionsAgree() throws Exception {
    var nodes = 4;
    var start = new CyclicBarrier(nodes);
    var pool = Executors.newFixedThreadPool(nodes);
    try {
      Callable<String> node =
          () -> {
            var digest = ofOneNode();
            start.await();
            return transaction.execute(status -> digest.of("4711") + keys());
          };
      var digests = new HashSet<String>();
      for (var answer : pool.invokeAll(IntStream.range(0, nodes).mapToObj(i -> node).toList())) {
        digests.add(answer.get());
      }
      assertThat(digests).hasSize(1);
    } finally {
      pool.shutdown();
    }
  }

  private KeyedDigest ofOneNode() {
    return new LinkConfiguration().keyedDigest(jdbc, transactions);
  }

  private int keys() {
    return rows.queryForObject("select count(*) from " + KEY, Integer.class);
  }
}
