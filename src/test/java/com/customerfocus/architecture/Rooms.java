package com.customerfocus.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The room of each class: its package, of which process and pages are parts. */
class Rooms implements SliceAssignment {

  private final String root;

  Rooms(String root) {
    this.root = root;
  }

  @Override
  public SliceIdentifier getIdentifierOf(JavaClass type) {
    var room = type.getPackageName().replaceFirst("\\.(process|web)$", "");
    return room.startsWith(root + ".")
        ? SliceIdentifier.of(room.substring(root.length() + 1))
        : SliceIdentifier.ignore();
  }

  @Override
  public String getDescription() {
    return "rooms with their process and their pages";
  }
}
