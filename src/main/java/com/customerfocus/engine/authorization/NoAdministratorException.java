package com.customerfocus.engine.authorization;

/**
 * Nobody could administrate this program: it has no administrator and was not told whom to make.
 */
class NoAdministratorException extends RuntimeException {

  NoAdministratorException() {
    super("There is no administrator, and none is named to be created");
  }
}
