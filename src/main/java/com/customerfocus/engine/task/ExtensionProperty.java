package com.customerfocus.engine.task;

import java.util.Optional;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Extension properties of model elements, as the engine's parser gives them. */
final class ExtensionProperty {

  private ExtensionProperty() {}

  /** The value of a property of this element, if it has one of this name. */
  static Optional<String> of(Element element, String name) {
    var extensions = element.element("extensionElements");
    var properties = extensions == null ? null : extensions.element("properties");
    return properties == null
        ? Optional.empty()
        : properties.elements("property").stream()
            .filter(property -> name.equals(property.attribute("name")))
            .map(property -> property.attribute("value"))
            .findFirst();
  }
}
