package com.customerfocus.models;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Gateway;

/** A drawn node: events are circles, gateways diamonds, all others rectangles. */
record Shape(BaseElement element, Box box, boolean expanded) {

  String id() {
    return element.getId();
  }

  /** Distance to the shape's border: 0 on it, negative outside. */
  double depth(Point point) {
    var across = box.width() / 2;
    var down = box.height() / 2;
    if (element instanceof Event) {
      return across - point.distance(box.center());
    }
    if (element instanceof Gateway) {
      var dx = Math.abs(point.x() - box.center().x()) / across;
      var dy = Math.abs(point.y() - box.center().y()) / down;
      return (1 - dx - dy) * across * down / Math.hypot(across, down);
    }
    return box.depth(point);
  }

  boolean hasOnBorder(Point point) {
    return Math.abs(depth(point)) <= 1;
  }

  boolean hasInside(Point point) {
    return depth(point) > 1;
  }
}
