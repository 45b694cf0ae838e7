package com.customerfocus.cascade.question;

import java.time.Instant;

/**
 * A question that somebody is to answer.
 *
 * @param subject how it begins
 * @param answererId employee id of the manager in charge
 * @param due until when
 * @param escalateAt when it goes up, or, at the top, when its manager is reminded
 */
public record QuestionAssignment(
    long questionId, String subject, String answererId, Instant due, Instant escalateAt) {}
