package com.customerfocus.models;

/** A point of a drawing, in pixels; y grows downwards. */
record Point(double x, double y) {

  double distance(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  /** Distance to the line between two points. */
  double distance(Point from, Point to) {
    var length = from.distance(to);
    if (length == 0) {
      return distance(from);
    }
    var along =
        ((x - from.x) * (to.x - from.x) + (y - from.y) * (to.y - from.y)) / (length * length);
    return distance(from.towards(to, Math.max(0, Math.min(1, along))));
  }

  Point towards(Point other, double share) {
    return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
  }
}
