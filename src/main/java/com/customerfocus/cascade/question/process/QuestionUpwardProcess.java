package com.customerfocus.cascade.question.process;

import com.customerfocus.cascade.question.QuestionAssignment;
import com.customerfocus.cascade.question.QuestionReply;
import com.customerfocus.engine.variable.FormChoice;
import com.customerfocus.engine.variable.Variable;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every id and name of {@code processes/question-upward.bpmn}. */
final class QuestionUpwardProcess {

  static final String KEY = "question-upward";

  static final String QUESTION_ASKED = "questionAsked";
  static final String ANSWER_QUESTION = "answerQuestion";
  static final String ANSWER_OVERDUE = "answerOverdue";
  static final String ESCALATE_QUESTION = "escalateQuestion";
  static final String RECORD_REPLY = "recordReply";
  static final String PASS_QUESTION_UP = "passQuestionUp";
  static final String QUESTION_ANSWERED = "questionAnswered";

  static final String MESSAGE_ASKED = "question.asked";

  /** How the question begins. */
  static final Variable<String> SUBJECT = Variable.of("subject", String.class);

  /** Employee id of the manager in charge. */
  static final Variable<String> ANSWERER_ID = Variable.of("answererId", String.class);

  static final Variable<Date> ANSWER_BY = Variable.of("answerBy", Date.class);

  /** When the manager in charge has not answered: the due date; at the top, the next reminder. */
  static final Variable<Date> ESCALATE_AT = Variable.of("escalateAt", Date.class);

  /** Who asks what, and whom it was with before, HTML. */
  static final Variable<String> QUESTION_TEXT = Variable.of("questionText", String.class);

  /** What the form shows first and sends back. */
  static final Variable<ReplyForm> REPLY = Variable.json("reply", ReplyForm.class);

  static final Variable<Boolean> ANSWERED = Variable.of("answered", Boolean.class);

  /** What the process knows while this manager is in charge. */
  static Map<String, Object> variables(QuestionAssignment duty) {
    var variables = new HashMap<String, Object>();
    SUBJECT.put(variables, duty.subject());
    ANSWERER_ID.put(variables, duty.answererId());
    ANSWER_BY.put(variables, Date.from(duty.due()));
    ESCALATE_AT.put(variables, Date.from(duty.escalateAt()));
    QUESTION_TEXT.putReference(variables, QuestionReferences.QUESTION.of(duty.questionId()));
    REPLY.putReference(variables, QuestionReferences.REPLY_FIELDS.of(duty.questionId()));
    return variables;
  }

  /** The form's fields: what there is to choose from, and what the manager decides. */
  record ReplyForm(List<FormChoice> choices, String decision, String answer, String note) {

    /**
     * @param nextUp name of the manager it could be passed up to
     */
    static ReplyForm of(Optional<String> nextUp) {
      var choices = new ArrayList<FormChoice>();
      choices.add(new FormChoice("I answer it", QuestionReply.ANSWER));
      nextUp.ifPresent(
          name -> choices.add(new FormChoice("Pass it up to " + name, QuestionReply.PASS_UP)));
      return new ReplyForm(choices, QuestionReply.ANSWER, null, null);
    }

    QuestionReply reply() {
      return new QuestionReply(decision, answer, note);
    }
  }

  private QuestionUpwardProcess() {}
}
