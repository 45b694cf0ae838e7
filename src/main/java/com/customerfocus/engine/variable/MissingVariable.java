package com.customerfocus.engine.variable;

/** A step requires a variable that the instance does not have; names both. */
public class MissingVariable extends IllegalStateException {

  MissingVariable(String variable, String activity, String process) {
    super("Variable %s is missing at %s of %s".formatted(variable, activity, process));
  }
}
