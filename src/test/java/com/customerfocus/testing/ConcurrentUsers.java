package com.customerfocus.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs actions of several people at the same moment. */
public final class ConcurrentUsers {

  private static final int PATIENCE_SECONDS = 120;

  private ConcurrentUsers() {}

  /**
   * Starts all actions together, each in a thread of its own, and waits for all.
   *
   * @return their results in the order of the actions
   * @throws ExecutionException when one failed
   */
  public static <T> List<T> atTheSameMoment(List<? extends Callable<T>> actions)
      throws InterruptedException, ExecutionException, TimeoutException {
    var start = new CyclicBarrier(actions.size());
    var threads = Executors.newFixedThreadPool(actions.size());
    try {
      var running =
          actions.stream()
              .map(
                  action ->
                      threads.submit(
                          () -> {
                            start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                            return action.call();
                          }))
              .toList();
      var results = new ArrayList<T>();
      for (var result : running) {
        results.add(result.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
