package com.customerfocus.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.junit.jupiter.api.Test;

class CommandRetryInterceptorTests {

  private static final Command<String> COMPLETE = context -> "done";

  @Test
  void aMissingRightToACompletedTaskIsReportedAsDone() {
    assertThatThrownBy(
            () -> completing(this::noRight, CommandRetryInterceptorTests::noTask).execute(COMPLETE))
        .isInstanceOf(TaskConflictException.class)
        .hasMessage(TaskConflictException.DONE.inEnglish());
  }

  @Test
  void aMissingRightToAnOpenTaskIsReported() {
    assertThatThrownBy(() -> completing(this::noRight, this::noRight).execute(COMPLETE))
        .isInstanceOf(AuthorizationException.class);
  }

  @Test
  void aPermittedCommandRunsOnce() {
    assertThat(completing(() -> "done").execute(COMPLETE)).isEqualTo("done");
  }

  private String noRight() {
    throw new AuthorizationException("lead", "TASK_WORK", "Task", "1");
  }

  private static String noTask() {
    throw new NullValueException("Cannot find task with id 1: task is null");
  }

  /** Answers of the engine, in order. */
  @SafeVarargs
  private static CommandInterceptor completing(Supplier<String>... answers) {
    var interceptor = new CommandRetryInterceptor();
    interceptor.setNext(new Answering(new ArrayDeque<>(List.of(answers))));
    return interceptor;
  }

  private static class Answering extends CommandInterceptor {

    private final Queue<Supplier<String>> answers;

    Answering(Queue<Supplier<String>> answers) {
      this.answers = answers;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T execute(Command<T> command) {
      return (T) answers.remove().get();
    }
  }
}
