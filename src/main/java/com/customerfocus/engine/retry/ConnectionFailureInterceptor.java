package com.customerfocus.engine.retry;

import com.customerfocus.database.DatabaseFailures;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Says in words of people that all connections to the database are in use, or it is away; the web
 * applications show it. Stands before the engine's transaction.
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
