package com.customerfocus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.transaction.support.TransactionTemplate;

/** Holds a transaction open after its changes, while another action runs. */
public final class Uncommitted implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 60;

  private final CountDownLatch isDone = new CountDownLatch(1);
  private final CountDownLatch mayCommit = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final Future<Boolean> first;

  /** Runs the action in a transaction of its own thread, without commit. */
  public Uncommitted(TransactionTemplate transaction, Runnable action) {
    first =
        threads.submit(
            () ->
                transaction.execute(
                    status -> {
                      try {
                        action.run();
                      } finally {
                        isDone.countDown();
                      }
                      return hasCome(mayCommit);
                    }));
  }

  /** Starts another action after the first one's changes; it blocks on their locks. */
  public <T> Future<T> meanwhile(Callable<T> other) {
    assertThat(hasCome(isDone)).isTrue();
    return threads.submit(other);
  }

  private static boolean hasCome(CountDownLatch latch) {
    try {
      return latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Commits the first; the other action goes on. */
  @Override
  public void close() throws ExecutionException, TimeoutException {
    mayCommit.countDown();
    try {
      assertThat(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      threads.shutdown();
    }
  }
}
