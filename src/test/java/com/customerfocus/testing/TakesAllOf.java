package com.customerfocus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The tests of this {@link CustomerFocusTest} together take every node and every flow of a model;
 * otherwise the class fails and names the missing ones. A run of only some of its tests is exempt;
 * a class with disabled tests is not.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TakesAllOf.Check.class)
public @interface TakesAllOf {

  /** Id of the process. */
  String value();

  /** Measures a test class. */
  class Check implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private final Set<Method> run = new HashSet<>();

    @Override
    public void beforeAll(ExtensionContext test) {
      program(test).getBean(ModelCoverage.class).start();
    }

    @Override
    public void beforeEach(ExtensionContext test) {
      run.add(test.getRequiredTestMethod());
    }

    @Override
    public void afterAll(ExtensionContext test) {
      var tests = test.getRequiredTestClass();
      if (!run.containsAll(testsIn(tests))) {
        return;
      }
      var model = tests.getAnnotation(TakesAllOf.class).value();
      var engine = program(test).getBean(ProcessEngine.class);
      assertThat(program(test).getBean(ModelCoverage.class).missed(engine, model))
          .as("nodes and flows of %s that no test takes", model)
          .isEmpty();
    }

    private static Set<Method> testsIn(Class<?> tests) {
      return AnnotationSupport.findAnnotatedMethods(
              tests, Testable.class, HierarchyTraversalMode.TOP_DOWN)
          .stream()
          .filter(test -> !AnnotationSupport.isAnnotated(test, Disabled.class))
          .collect(Collectors.toSet());
    }

    private static ApplicationContext program(ExtensionContext test) {
      return SpringExtension.getApplicationContext(test);
    }
  }
}
