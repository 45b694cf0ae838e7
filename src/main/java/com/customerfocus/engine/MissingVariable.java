package com.customerfocus.engine;

/** A step needs a variable that the instance does not have; says which, and where. */
class MissingVariable extends IllegalStateException {

  MissingVariable(String variable, String activity, String process) {
    super("Variable %s is missing at %s of %s".formatted(variable, activity, process));
  }
}
