package com.customerfocus.cascade.question.process;

import com.customerfocus.cascade.question.QuestionService;
import com.customerfocus.cascade.question.QuestionTexts;
import com.customerfocus.cascade.question.process.QuestionUpwardProcess.ReplyForm;
import com.customerfocus.engine.variable.ReferenceKind;
import com.customerfocus.engine.variable.ReferenceSources;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the form that answers a question shows, read when it is opened. */
@Configuration(proxyBeanMethods = false)
class QuestionReferences {

  /** Who asks what, and which managers had the question before. */
  static final ReferenceKind QUESTION = new ReferenceKind("question");

  /** What the manager can decide about it. */
  static final ReferenceKind REPLY_FIELDS = new ReferenceKind("reply-fields");

  @Bean
  ReferenceSources questionSources(QuestionTexts texts, QuestionService questions) {
    return ReferenceSources.of(
        QUESTION.ofText(texts::questionHtml),
        REPLY_FIELDS.ofFields(id -> ReplyForm.of(questions.nextUp(id))));
  }
}
