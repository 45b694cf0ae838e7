package com.customerfocus.engine.retry;

import com.customerfocus.database.DatabaseFailures;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Replaces the exception of an exhausted connection pool or an unreachable database by a message
 * that the web applications can show. Stands before the engine's transaction.
 */
public class ConnectionFailureInterceptor extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (CannotCreateTransactionException e) {
      throw new CannotCreateTransactionException(DatabaseFailures.BUSY.forReader(), e);
    }
  }
}
