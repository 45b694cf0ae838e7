package com.customerfocus.models;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/** A drawn flow or association, from bend to bend. */
record Line(BaseElement element, List<Point> bends) {

  String id() {
    return element.getId();
  }

  Point start() {
    return bends.get(0);
  }

  Point end() {
    return bends.get(bends.size() - 1);
  }

  /** Its points, at most a pixel apart. */
  List<Point> points() {
    var points = new ArrayList<Point>();
    for (int i = 1; i < bends.size(); i++) {
      var steps = Math.max(1, Math.ceil(bends.get(i - 1).distance(bends.get(i))));
      for (int step = 0; step <= steps; step++) {
        points.add(bends.get(i - 1).towards(bends.get(i), step / steps));
      }
    }
    return points;
  }

  /** Whether it is horizontal and vertical only. */
  boolean isSquare() {
    for (int i = 1; i < bends.size(); i++) {
      var from = bends.get(i - 1);
      var to = bends.get(i);
      if (Math.abs(from.x() - to.x()) > 1 && Math.abs(from.y() - to.y()) > 1) {
        return false;
      }
    }
    return true;
  }

  /** Whether two lines overlap elsewhere than at a common start or end. */
  boolean crosses(Line other) {
    return points().stream()
        .filter(
            point -> !(joins(point, start(), other.start()) || joins(point, end(), other.end())))
        .anyMatch(other::passes);
  }

  private static boolean joins(Point point, Point mine, Point others) {
    return mine.distance(others) <= 1 && point.distance(mine) <= 2;
  }

  private boolean passes(Point point) {
    for (int i = 1; i < bends.size(); i++) {
      if (point.distance(bends.get(i - 1), bends.get(i)) < 1) {
        return true;
      }
    }
    return false;
  }
}
