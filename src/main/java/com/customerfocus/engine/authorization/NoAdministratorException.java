package com.customerfocus.engine.authorization;

/** The program has no administrator, and its configuration names none to create. */
class NoAdministratorException extends RuntimeException {

  NoAdministratorException() {
    super("There is no administrator, and none is named to be created");
  }
}
