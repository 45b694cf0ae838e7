package com.customerfocus.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.access.Actor;
import com.customerfocus.access.Groups;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.testing.CustomerFocusTest;
import com.customerfocus.testing.MovableClock;
import com.customerfocus.testing.TestDatabase;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@CustomerFocusTest
class AttachmentsTests {

  private static final AttachmentSubject ONE = FilesOfPromises.promise(1);
  private static final AttachmentSubject OTHER = FilesOfPromises.promise(2);

  private final Attachments attachments;
  private final TransactionTemplate transactions;
  private final MovableClock clock;
  private final JdbcTemplate rows;

  @Autowired
  AttachmentsTests(
      Attachments attachments,
      TransactionTemplate transactions,
      MovableClock clock,
      JdbcTemplate rows) {
    this.attachments = attachments;
    this.transactions = transactions;
    this.clock = clock;
    this.rows = rows;
  }

  @Test
  void aFileIsKeptByteByByteWithItsNameAndWhoAttachedIt() {
    var content = SampleFiles.of("pdf", 5_000_000);

    var added = attachments.add(ONE, "C:\\bills\\Türmaße año 🎉.pdf", content, "ana");

    assertThat(added.name()).isEqualTo("Türmaße año 🎉.pdf");
    assertThat(added.mediaType()).isEqualTo("application/pdf");
    assertThat(added.size()).isEqualTo(5_000_000);
    assertThat(added.sha256()).hasSize(64);
    assertThat(added.addedBy()).isEqualTo("ana");
    assertThat(added.addedAt()).isEqualTo(clock.instant());
    assertThat(attachments.list(ONE)).containsExactly(added);
    assertThat(attachments.content(added.id())).hasValue(content);
  }

  @Test
  void filesAreListedInTheOrderInWhichTheyWereAttached() {
    var first = add(ONE, "b.txt");
    var another = add(OTHER, "a.txt");
    var second = add(ONE, "a.txt");

    assertThat(attachments.list(ONE)).containsExactly(first, second);
    assertThat(attachments.list(OTHER)).containsExactly(another);
    assertThat(attachments.list(new AttachmentSubject("another-kind", 1))).isEmpty();
  }

  @Test
  void aSubjectHasTenFilesAtMost() {
    for (var i = 1; i <= 10; i++) {
      add(ONE, i + ".txt");
    }

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> add(ONE, "11.txt"))
        .withMessageContaining("10 files already");
    assertThat(attachments.list(ONE)).hasSize(10);
    assertThat(add(OTHER, "1.txt")).isNotNull();
  }

  @Test
  void aRefusedFileLeavesNothing() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> attachments.add(ONE, "bill.pdf", SampleFiles.of("html"), "ana"));

    assertThat(attachments.list(ONE)).isEmpty();
  }

  @Test
  void aFileIsKeptOnlyIfTheTransactionOfItsCauseIs() {
    transactions.executeWithoutResult(
        cause -> {
          add(ONE, "bill.txt");
          cause.setRollbackOnly();
        });

    assertThat(attachments.list(ONE)).isEmpty();
  }

  @Test
  void theCapabilityDecidesWhoFindsAFile() {
    var file = add(FilesOfPromises.promise(promiseOf("ana")), "bill.txt");

    assertThat(attachments.find(file.id(), Actor.of("ana"))).contains(file);
    assertThat(attachments.find(file.id(), Actor.of("ben"))).isEmpty();
    assertThat(attachments.find(file.id(), Actor.of("admin", Groups.ADMINISTRATORS))).isEmpty();
    assertThat(attachments.find(file.id() + 1, Actor.of("ana"))).isEmpty();
  }

  @Test
  void aFileOfAKindWithoutADecisionCannotBeFound() {
    var file = add(new AttachmentSubject("no-capability", promiseOf("ana")), "bill.txt");

    assertThat(attachments.find(file.id(), Actor.of("ana"))).isEmpty();
    assertThat(attachments.find(file.id(), Actor.of("admin", Groups.ADMINISTRATORS))).isEmpty();
  }

  @Test
  void filesOfSubjectsAreRemovedForGood() {
    var removed = add(ONE, "a.txt");
    add(OTHER, "b.txt");
    var ofOtherKind = add(new AttachmentSubject("another-kind", 1), "c.txt");
    var kept = add(FilesOfPromises.promise(3), "d.txt");

    attachments.remove(ONE.kind(), List.of());
    assertThat(attachments.list(ONE)).hasSize(1);
    attachments.remove(ONE.kind(), LongStream.range(-2_000, 3).boxed().toList());

    assertThat(attachments.list(ONE)).isEmpty();
    assertThat(attachments.list(OTHER)).isEmpty();
    assertThat(attachments.content(removed.id())).isEmpty();
    assertThat(attachments.content(ofOtherKind.id())).isPresent();
    assertThat(attachments.content(kept.id())).isPresent();
  }

  @Test
  @EnabledIf("isPostgres")
  void filesOfASubjectAreFoundWithoutReadingAllOthers() {
    rows.update(
        """
        insert into attachment (subject_kind, subject_id, name, media_type, size, sha256, content,
                                added_by, added_at)
        select 'promise-in-test', n, 'n', 't', 1, 's', 'c', 'ana', timestamptz '2026-01-01 00:00Z'
          from generate_series(1, 20000) n
        """);
    rows.execute("analyze attachment");

    assertThat(
            String.join(
                "\n",
                rows.queryForList(
                    """
                    explain select id, name from attachment
                     where subject_kind = 'promise-in-test' and subject_id = 7 order by id
                    """,
                    String.class)))
        .contains("attachment_by_subject")
        .doesNotContain("Seq Scan", "Sort");
  }

  static boolean isPostgres() {
    return TestDatabase.isPostgres();
  }

  private Attachment add(AttachmentSubject subject, String name) {
    return attachments.add(subject, name, SampleFiles.of("text"), "ana");
  }

  private long promiseOf(String person) {
    rows.update(
        """
        insert into promise (made_by, made_to_kind, made_to, what, due_at, state, source_kind,
                             source_id, made_at)
        values (?, 'DEPARTMENT', 'care', 'Call back', ?, 'OPEN', 'cascade', 1, ?)
        """,
        person,
        clock.instant().atOffset(ZoneOffset.UTC),
        clock.instant().atOffset(ZoneOffset.UTC));
    return rows.queryForObject("select max(id) from promise", Long.class);
  }
}
