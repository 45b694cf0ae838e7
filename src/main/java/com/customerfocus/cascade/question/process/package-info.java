/** The engine's side of questions: {@code processes/question-upward.bpmn}. */
package com.customerfocus.cascade.question.process;
