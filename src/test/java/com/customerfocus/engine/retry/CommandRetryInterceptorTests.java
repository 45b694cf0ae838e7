package com.customerfocus.engine.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.customerfocus.access.Actor;
import com.customerfocus.engine.task.EndedTasks;
import com.customerfocus.engine.task.OfTask;
import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import com.customerfocus.testing.LogLines;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest(name = "{0} of {1} had it, {2} asks")
  @CsvSource(
      nullValues = "-",
      value = {
        // assignee, owner, reader, whether the process lets them know
        "ana, -, ana, false, true",
        "deputy, ana, ana, false, true",
        "ana, -, admin, false, true",
        "ana, -, bea, true, true",
        "ana, -, bea, false, false",
        "-, -, bea, false, false"
      })
  void whyATaskHasEndedIsForPeopleWhoCouldKnowOfIt(
      String assignee, String owner, String reader, boolean mayKnow, boolean told) {
    var actor = reader.equals("admin") ? Actor.of(reader, "camunda-admin") : Actor.of(reader);
    var task = new EndedTask("lunch", 7, "cookLunch", assignee, owner, actor);

    assertThatThrownBy(() -> completing(task, new Lunch(mayKnow)).execute(COMPLETE))
        .isInstanceOf(TaskConflictException.class)
        .hasMessage(
            told
                ? "cookLunch: 7 is done, ‹b›%s. What you entered was not recorded; copy what you want to keep, then reload your list."
                    .formatted(reader)
                : TaskConflictException.DONE.inEnglish());
  }

  @Test
  void aTaskOfAnotherProcessIsDone() {
    var task = new EndedTask("dinner", 7, "cookDinner", "ana", null, Actor.of("ana"));

    assertThatThrownBy(() -> completing(task, new Lunch(true)).execute(COMPLETE))
        .isInstanceOf(TaskConflictException.class)
        .hasMessage(TaskConflictException.DONE.inEnglish());
  }

  @Test
  void aTaskIsDoneThoughItsProcessFailsToSayWhy() {
    var task = new EndedTask("lunch", -1, "cookLunch", "ana", null, Actor.of("ana"));

    try (var log = new LogLines()) {
      assertThatThrownBy(() -> completing(task, new Lunch(true)).execute(COMPLETE))
          .isInstanceOf(TaskConflictException.class)
          .hasMessage(TaskConflictException.DONE.inEnglish());

      assertThat(log.all()).isNotEmpty();
    }
  }

  @Test
  void aRefusalOfATaskThatAnotherHasCompletedMeanwhileSaysSo() {
    var task = new EndedTask("lunch", 7, "cookLunch", "ana", null, Actor.of("ana"));
    var interceptor = completing(this::refused, () -> true, () -> Optional.of(task));

    assertThatThrownBy(() -> interceptor.execute(new Completion("1")))
        .isInstanceOf(TaskConflictException.class)
        .hasMessage(TaskConflictException.DONE.inEnglish())
        .hasCauseInstanceOf(InvalidInputException.class);
  }

  @Test
  void aRefusalOfAnOpenTaskStays() {
    assertThatThrownBy(() -> completing(this::refused, () -> false).execute(new Completion("1")))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> completing(this::refused).execute(new Completion(null)))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> completing(this::refused).execute(COMPLETE))
        .isInstanceOf(InvalidInputException.class);
  }

  private String refused() {
    throw new InvalidInputException("refusal.question.over");
  }

  private record Completion(String taskId) implements Command<String>, OfTask {

    @Override
    public String execute(CommandContext context) {
      return "done";
    }
  }

  /** Says it of each of its tasks. */
  private record Lunch(boolean mayKnow) implements EndedTasks {

    @Override
    public String process() {
      return "lunch";
    }

    @Override
    public boolean mayKnow(long businessKey, String taskDefinitionKey, Actor reader) {
      return mayKnow;
    }

    @Override
    public Optional<Sentence> whyEnded(long businessKey, String taskDefinitionKey, Actor reader) {
      if (businessKey < 0) {
        throw new IllegalStateException("No lunch");
      }
      return Optional.of(
          new Sentence(
              "refusal.memo.problem",
              taskDefinitionKey,
              "%d is done, <b>%s.".formatted(businessKey, reader.id())));
    }
  }

  private static CommandInterceptor completing(EndedTask ended, EndedTasks why) {
    var interceptor = new CommandRetryInterceptor(() -> Stream.of(why));
    interceptor.setNext(
        new Answering(
            new ArrayDeque<>(
                List.of(CommandRetryInterceptorTests::noTask, () -> Optional.of(ended)))));
    return interceptor;
  }

  private String noRight() {
    throw new AuthorizationException("lead", "TASK_WORK", "Task", "1");
  }

  private static String noTask() {
    throw new NullValueException("Cannot find task with id 1: task is null");
  }

  /** Answers of the engine, in order. */
  @SafeVarargs
  private static CommandInterceptor completing(Supplier<?>... answers) {
    var interceptor = new CommandRetryInterceptor(Stream::empty);
    interceptor.setNext(new Answering(new ArrayDeque<>(List.of(answers))));
    return interceptor;
  }

  private static class Answering extends CommandInterceptor {

    private final Queue<Supplier<?>> answers;

    Answering(Queue<Supplier<?>> answers) {
      this.answers = answers;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T execute(Command<T> command) {
      return (T) answers.remove().get();
    }
  }
}
