package com.customerfocus.cascade.question.process;

import com.customerfocus.cascade.question.QuestionService;
import com.customerfocus.cascade.question.QuestionTexts;
import com.customerfocus.cascade.question.process.QuestionUpwardProcess.ReplyForm;
import com.customerfocus.engine.variable.Reference;
import com.customerfocus.engine.variable.ReferenceSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the form that answers a question shows, read when it is opened. */
@Configuration(proxyBeanMethods = false)
class QuestionReferences {

  private static final String QUESTION = "question";
  private static final String REPLY_FIELDS = "reply-fields";

  /** Who asks what, and whom it was with before. */
  static Reference question(long questionId) {
    return new Reference(QUESTION, questionId);
  }

  /** What can be decided about it. */
  static Reference replyFields(long questionId) {
    return new Reference(REPLY_FIELDS, questionId);
  }

  @Bean
  ReferenceSource questionSource(QuestionTexts texts) {
    return ReferenceSource.ofText(QUESTION, texts::questionHtml);
  }

  @Bean
  ReferenceSource replyFieldsSource(QuestionService questions) {
    return ReferenceSource.ofFields(REPLY_FIELDS, id -> ReplyForm.of(questions.nextUp(id)));
  }
}
