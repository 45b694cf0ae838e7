package com.customerfocus.cascade.question.process;

import com.customerfocus.access.Actor;
import com.customerfocus.cascade.question.QuestionNews;
import com.customerfocus.engine.task.EndedTasks;
import com.customerfocus.support.Sentence;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells a manager what has become of a question whose task has ended. */
@Component
class EndedQuestionTasks implements EndedTasks {

  private final QuestionNews news;

  EndedQuestionTasks(QuestionNews news) {
    this.news = news;
  }

  @Override
  public String process() {
    return QuestionUpwardProcess.KEY;
  }

  @Override
  public Optional<Sentence> whyEnded(long questionId, String taskDefinitionKey, Actor reader) {
    return news.latest(questionId, reader);
  }
}
