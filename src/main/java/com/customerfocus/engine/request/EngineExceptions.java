package com.customerfocus.engine.request;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandler;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Answers 400 for malformed requests that the engine's web interface cannot parse. Its own answer
 * is 500, with some 200 lines of log.
 */
@Provider
@Priority(1)
class EngineExceptions implements ExceptionMapper<Throwable> {

  /** Package on the stack of failures within the engine. */
  private static final String COMMANDS = "org.camunda.bpm.engine.impl.interceptor.";

  private static final String WEB_INTERFACE = "org.camunda.bpm.engine.rest.";

  @Override
  public Response toResponse(Throwable failure) {
    if (!isOfTheRequest(failure)) {
      return ExceptionHandlerHelper.getInstance().getResponse(failure);
    }
    return Response.status(Status.BAD_REQUEST)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(Map.of("type", "InvalidRequestException", "message", words(failure)))
        .build();
  }

  private static String words(Throwable failure) {
    return failure instanceof ProcessEngineException && failure.getMessage() != null
        ? failure.getMessage()
        : "The request is not understood.";
  }

  private static boolean isOfTheRequest(Throwable failure) {
    var frames = failure.getStackTrace();
    return ExceptionHandlerHelper.getInstance().getStatus(failure) == Status.INTERNAL_SERVER_ERROR
        && Arrays.stream(frames).noneMatch(frame -> frame.getClassName().startsWith(COMMANDS))
        && Arrays.stream(frames).anyMatch(frame -> frame.getClassName().startsWith(WEB_INTERFACE));
  }

  /** Replaces the engine's own mapper before the web interface starts. */
  @Configuration(proxyBeanMethods = false)
  static class Registration {

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ServletContextInitializer engineExceptions() {
      return context -> {
        var classes = CamundaRestResources.getConfigurationClasses();
        classes.removeAll(Set.of(ExceptionHandler.class, ProcessEngineExceptionHandler.class));
        classes.add(EngineExceptions.class);
      };
    }
  }
}
