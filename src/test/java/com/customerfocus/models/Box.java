package com.customerfocus.models;

import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** A rectangle of a drawing, in pixels; y grows downwards. */
record Box(double left, double top, double width, double height) {

  static Box of(Bounds bounds) {
    return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
  }

  double right() {
    return left + width;
  }

  double bottom() {
    return top + height;
  }

  Point center() {
    return new Point(left + width / 2, top + height / 2);
  }

  /** Distance to the nearest side; negative outside. */
  double depth(Point point) {
    return Math.min(
        Math.min(point.x() - left, right() - point.x()),
        Math.min(point.y() - top, bottom() - point.y()));
  }

  boolean overlaps(Box other) {
    return left < other.right()
        && other.left < right()
        && top < other.bottom()
        && other.top < bottom();
  }

  boolean encloses(Box other) {
    return left <= other.left
        && top <= other.top
        && right() >= other.right()
        && bottom() >= other.bottom();
  }
}
