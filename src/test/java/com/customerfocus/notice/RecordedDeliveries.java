package com.customerfocus.notice;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers the subjects of mails it was told of; on demand it also writes to a table, and fails
 * after that.
 */
@TestComponent
public class RecordedDeliveries implements DeliveryListener {

  private final JdbcClient jdbc;
  private final List<Long> delivered = new ArrayList<>();
  private final List<String> bounced = new ArrayList<>();
  private boolean isWriting;
  private long failsFor;
  private boolean isLosingAConflict;

  RecordedDeliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  synchronized void reset() {
    delivered.clear();
    bounced.clear();
    isWriting = false;
    failsFor = 0;
    isLosingAConflict = false;
  }

  synchronized void writesToTheTableAndFailsFor(long subjectId) {
    isWriting = true;
    failsFor = subjectId;
  }

  synchronized void losesTheNextConflict() {
    isLosingAConflict = true;
  }

  /** Subjects, in order. */
  synchronized List<Long> delivered() {
    return List.copyOf(delivered);
  }

  /** Subject, kind and status, such as {@code 1 HARD 5.1.1}. */
  synchronized List<String> bounced() {
    return List.copyOf(bounced);
  }

  @Override
  public synchronized void delivered(Collection<Notice> notices) {
    notices.forEach(notice -> told(notice, "SENT"));
    notices.forEach(notice -> delivered.add(notice.subjectId()));
  }

  @Override
  public synchronized void bounced(Notice notice, Bounce bounce) {
    told(notice, "FAILED");
    bounced.add("%d %s %s".formatted(notice.subjectId(), bounce.kind(), bounce.status()));
  }

  private void told(Notice notice, String state) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Told outside a transaction");
    }
    if (isLosingAConflict) {
      isLosingAConflict = false;
      throw new CannotAcquireLockException(
          "Two wait for each other", new SQLException("deadlock detected", "40P01"));
    }
    if (!isWriting) {
      return;
    }
    jdbc.sql(
            """
            update person set site = 'told'
             where id = (select recipient_id from notice where id = ? and state = ?)
            """)
        .params(notice.id(), state)
        .update();
    if (notice.subjectId() == failsFor) {
      jdbc.sql("select nothing from nowhere").query().listOfRows();
    }
  }
}
