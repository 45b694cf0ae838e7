package com.customerfocus.cascade.question;

import java.time.Instant;

/**
 * A question for its manager's task.
 *
 * @param subject its beginning
 * @param answererId employee id of the manager in charge
 * @param due deadline of the answer
 * @param escalateAt when it goes up or, at the top, when its manager is reminded
 */
public record QuestionAssignment(
    long questionId, String subject, String answererId, Instant due, Instant escalateAt) {}
