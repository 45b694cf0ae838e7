package com.customerfocus.engine.variable;

import com.customerfocus.support.InvalidInputException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * A process variable: its name in models and forms and its Java type.
 *
 * @param json whether it is stored as JSON, as forms send and read the fields of a group; then the
 *     type is a record with those fields
 * @param <T> the Java type
 */
public record Variable<T>(String name, Class<T> type, boolean json) {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** A number, date, boolean or short text. */
  public static <T> Variable<T> of(String name, Class<T> type) {
    return new Variable<>(name, type, false);
  }

  /** The fields of a form's group. */
  public static <T> Variable<T> json(String name, Class<T> type) {
    return new Variable<>(name, type, true);
  }

  /**
   * The value in this execution.
   *
   * @throws InvalidInputException when it is missing and comes from a form
   * @throws MissingVariable when it is missing otherwise; names variable and activity
   */
  public T get(DelegateExecution execution) {
    return find(execution)
        .orElseThrow(
            () ->
                json
                    ? new InvalidInputException("refusal.form.missing", name)
                    : new MissingVariable(
                        name,
                        execution.getCurrentActivityId(),
                        execution.getProcessDefinitionId()));
  }

  public Optional<T> find(VariableScope scope) {
    return Optional.ofNullable(scope.getVariable(name)).map(this::read);
  }

  public void set(VariableScope scope, T value) {
    scope.setVariable(name, write(value));
  }

  /** Sets it for the steps up to the next wait state; the engine does not store it. */
  public void setTransient(VariableScope scope, T value) {
    scope.setVariable(name, Variables.untypedValue(write(value), true));
  }

  /** Removes it from the instance. */
  public void remove(VariableScope scope) {
    scope.removeVariable(name);
  }

  /** Sets it to a value that is kept elsewhere; each read gets the current one. */
  public void setReference(VariableScope scope, Reference reference) {
    scope.setVariable(name, reference);
  }

  /** Adds it to an instance's start variables. */
  public void put(Map<String, Object> variables, T value) {
    variables.put(name, write(value));
  }

  /** Adds a reference to an instance's start variables. */
  public void putReference(Map<String, Object> variables, Reference reference) {
    variables.put(name, reference);
  }

  private T read(Object value) {
    if (!json && !type.isInstance(value)) {
      // A form sent it: administrators may send any type.
      throw new InvalidInputException("refusal.form.unreadable", name);
    }
    try {
      return json ? JSON.readValue(value.toString(), type) : type.cast(value);
    } catch (JsonMappingException e) {
      throw new InvalidInputException(
          e, "refusal.form.unreadable", e.getPath().isEmpty() ? name : path(e));
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(e, "refusal.form.json", name);
    }
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("."));
  }

  private Object write(T value) {
    return json ? SpinValues.jsonValue(toJson(value)).create() : value;
  }

  static String toJson(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot be kept as JSON: " + value.getClass(), e);
    }
  }
}
