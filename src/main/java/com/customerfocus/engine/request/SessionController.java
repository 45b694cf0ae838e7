package com.customerfocus.engine.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.web.bind.annotation.RestController;

/**
 * A controller for forms in Tasklist and pages in Cockpit, at addresses that {@link
 * SessionRequests} declare. {@link SessionActors} tells it who asks; its calls of the engine run
 * with that person's rights. Failures are answered as {@code {type, message}}, as those pages
 * expect, in the reader's language: {@code InvalidInputException} with 400, {@code
 * NotAllowedException} with 403, {@code ResponseStatusException} with its status, others with 500
 * and without details.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RestController
public @interface SessionController {}
