package com.customerfocus.notice;

import static com.customerfocus.notice.NoticeState.NOT_SENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.IllegalTransactionStateException;

class NoticeRecordingTests extends NoticeTestBase {

  NoticeRecordingTests(ApplicationContext program) {
    super(program);
  }

  @Test
  void aKindWithoutRendererIsRefusedAtOnce() {
    assertThatThrownBy(
            () -> transaction.execute(status -> notices.record("unheard-of", "x", Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"unheard-of\"")
        .hasMessageContaining("NoticeRenderer");
  }

  @Test
  void noticesAreOnlyRecordedInATransaction() {
    assertThatThrownBy(this::recordGreetings).isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void aRolledBackNoticeIsNotSent() {
    people(3);

    transaction.executeWithoutResult(
        status -> {
          recordGreetings();
          status.setRollbackOnly();
        });

    assertThat(count(NOT_SENT)).isZero();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void aNoticeWithoutAnAddressFailsAtOnceAndIsNeverTried(String noAddress) {
    person(1, "Ana", noAddress, "es");

    greetEveryone();

    assertThat(stateOf(1)).isEqualTo("FAILED");
    assertThat(errorOf(1)).isEqualTo("No mail address on file");
    assertThat(sender.sendDue()).isZero();
  }

  @Test
  void aPersonGetsEachNoticeOnce() {
    people(2);
    greetEveryone();
    person(3, "Newcomer", "new@example.com", "en");

    assertThat(greetEveryone()).isEqualTo(1);
    assertThat(count(NOT_SENT)).isEqualTo(3);
  }

  @Test
  void aPersonGetsANoticeAgainOnAnotherOccasion() {
    people(2);

    assertThat(greetEveryoneOn(1)).isEqualTo(2);
    assertThat(greetEveryoneOn(1)).isZero();
    assertThat(greetEveryoneOn(2)).isEqualTo(2);
    assertThat(greetEveryone()).as("the occasion 0").isEqualTo(2);

    assertThat(count(NOT_SENT)).isEqualTo(6);
    sender.sendDue();
    assertThat(greetings.occasions()).containsOnly(0L, 1L, 2L);
  }

  private int greetEveryoneOn(long occasion) {
    return transaction.execute(
        status ->
            notices.record(
                GreetingRenderer.GREETING,
                """
                select cast(id as bigint) as subject_id, cast(:day as bigint) as occasion,
                       id as person_id
                  from person
                """,
                Map.of("day", occasion)));
  }

  @Test
  void recipientsNeedNotBeEmployees() {
    transaction.executeWithoutResult(
        status ->
            notices.recordAddressed(
                GreetingRenderer.GREETING,
                """
                select 7 as subject_id, 0 as occasion, 'c-7' as recipient_id, 'Íñigo' as name,
                       ' inigo@example.com ' as address, 'es' as language,
                       cast(null as varchar(100)) as site
                """,
                Map.of()));

    assertThat(rows.queryForMap("select * from notice"))
        .containsEntry("recipient_id", "c-7")
        .containsEntry("name", "Íñigo")
        .containsEntry("address", "inigo@example.com")
        .containsEntry("language", "es")
        .containsEntry("state", "NOT_SENT");
  }

  @Test
  void anyNumberOfPeopleCostsOneStatement() {
    people(500);
    database.startCounting();

    assertThat(greetEveryone()).isEqualTo(500);

    assertThat(database.executions()).hasSize(1);
  }
}
