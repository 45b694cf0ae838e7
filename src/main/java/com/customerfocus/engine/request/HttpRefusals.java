package com.customerfocus.engine.request;

import com.customerfocus.access.NotAllowedException;
import com.customerfocus.engine.retry.ConflictRetry;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.RefusalException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import java.time.DateTimeException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Gives a refusal, ours or the engine's, a 4xx status for the web applications; the engine's web
 * interface answers 500 otherwise. Other callers get the exception unchanged.
 */
public class HttpRefusals extends CommandInterceptor {

  /** Beginnings of the engine's messages about invalid arguments. */
  private static final String CHECK_OF_COMMAND = "ENGINE-13";

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (InvalidInputException e) {
      throw answerable(e, Status.BAD_REQUEST);
    } catch (NotAllowedException e) {
      throw answerable(e, Status.FORBIDDEN);
    } catch (NullValueException | NotFoundException e) {
      // An id in the request does not exist.
      throw answerable(e, Status.NOT_FOUND);
    } catch (ProcessEngineException e) {
      throw isAboutTheRequest(e) || isOfTheSearch(command, e)
          ? answerable(e, Status.BAD_REQUEST)
          : e;
    } catch (NullPointerException e) {
      throw command instanceof AbstractQuery ? answerable(e, Status.BAD_REQUEST) : e;
    } catch (DateTimeException e) {
      throw answerable(
          new InvalidInputException(e, "refusal.date.out-of-range"), Status.BAD_REQUEST);
    }
  }

  /** Invalid combinations of search criteria, and empty lists. */
  private static boolean isOfTheSearch(Command<?> command, ProcessEngineException e) {
    return command instanceof AbstractQuery && e.getCause() == null;
  }

  private static boolean isAboutTheRequest(ProcessEngineException e) {
    return e instanceof BadUserRequestException
        || e.getMessage() != null && e.getMessage().startsWith(CHECK_OF_COMMAND);
  }

  private static RuntimeException answerable(RuntimeException refusal, Status status) {
    return RequestContextHolder.getRequestAttributes() == null || ConflictRetry.inTransaction()
        ? refusal
        : new ClientErrorException(words(refusal), status, refusal);
  }

  private static String words(RuntimeException refusal) {
    return refusal instanceof RefusalException ours ? ours.forTasklist() : refusal.getMessage();
  }
}
