package com.customerfocus.models;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Artifact;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * The readability of a model's drawing: missing or overlapping shapes, labels and lines, flows that
 * do not end at their nodes.
 */
public final class Drawing {

  private final Model model;
  private final List<Shape> shapes = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private final List<Text> labels = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  private Drawing(Model model) {
    this.model = model;
  }

  /** All faults of the drawing, as messages; empty when it is readable. */
  public static List<String> faults(Model model) {
    var drawing = new Drawing(model);
    drawing.read();
    drawing.checkCompleteness();
    drawing.checkShapes();
    drawing.checkTexts();
    drawing.checkLines();
    return drawing.faults;
  }

  private void read() {
    for (var shape : model.all(BpmnShape.class)) {
      if (shape.getBpmnElement() == null) {
        fault("shape %s shows nothing of the model", shape.getId());
        continue;
      }
      var drawn = Box.of(shape.getBounds());
      shapes.add(new Shape(shape.getBpmnElement(), drawn, shape.isExpanded()));
      addLabel(shape.getBpmnElement(), shape.getBpmnLabel());
    }
    for (var edge : model.all(BpmnEdge.class)) {
      if (edge.getBpmnElement() == null) {
        fault("edge %s shows nothing of the model", edge.getId());
        continue;
      }
      var bends = edge.getWaypoints().stream().map(p -> new Point(p.getX(), p.getY())).toList();
      lines.add(new Line(edge.getBpmnElement(), bends));
      addLabel(edge.getBpmnElement(), edge.getBpmnLabel());
    }
  }

  private void addLabel(BaseElement element, BpmnLabel label) {
    if (label != null && label.getBounds() != null) {
      labels.add(new Text(element.getId(), Box.of(label.getBounds())));
    }
  }

  private void checkCompleteness() {
    var shapesById = shapes.stream().collect(groupingBy(Shape::id));
    Stream.concat(model.all(FlowNode.class).stream(), model.all(Artifact.class).stream())
        .filter(node -> !(node instanceof Association))
        .forEach(node -> once(node, shapesById, "shape"));
    var linesById = lines.stream().collect(groupingBy(Line::id));
    Stream.concat(model.all(SequenceFlow.class).stream(), model.all(Association.class).stream())
        .forEach(flow -> once(flow, linesById, "edge"));
  }

  private void once(BaseElement element, Map<String, ? extends List<?>> drawn, String what) {
    var times = drawn.containsKey(element.getId()) ? drawn.get(element.getId()).size() : 0;
    if (times != 1) {
      fault("%s has %d %ss instead of one", element.getId(), times, what);
    }
  }

  private void checkShapes() {
    for (var shape : shapes) {
      if (shape.element() instanceof SubProcess inner
          && inner.triggeredByEvent()
          && !shape.expanded()) {
        fault("event subprocess %s is not drawn expanded", shape.id());
      }
      if (shape.element() instanceof BoundaryEvent event) {
        shapeOf(event.getAttachedTo())
            .filter(host -> !host.hasOnBorder(shape.box().center()))
            .ifPresent(host -> fault("%s is not on the border of %s", shape.id(), host.id()));
      }
      shapeOf(shape.element().getParentElement())
          .filter(around -> !around.box().encloses(shape.box()))
          .ifPresent(around -> fault("%s is not inside %s", shape.id(), around.id()));
    }
    pairs(shapes)
        .filter(pair -> !belongTogether(pair.get(0), pair.get(1)))
        .filter(pair -> pair.get(0).box().overlaps(pair.get(1).box()))
        .forEach(pair -> fault("%s and %s overlap", pair.get(0).id(), pair.get(1).id()));
  }

  private static boolean belongTogether(Shape one, Shape other) {
    return isWithin(one.element(), other)
        || isWithin(other.element(), one)
        || isAttached(one, other)
        || isAttached(other, one);
  }

  private static boolean isAttached(Shape one, Shape other) {
    return one.element() instanceof BoundaryEvent event
        && event.getAttachedTo().equals(other.element());
  }

  /** Whether the shape is an expanded subprocess around the element. */
  private static boolean isWithin(ModelElementInstance element, Shape shape) {
    for (var around = element.getParentElement();
        around != null;
        around = around.getParentElement()) {
      if (around.equals(shape.element())) {
        return true;
      }
    }
    return false;
  }

  private void checkTexts() {
    for (var element : model.all(FlowElement.class)) {
      if (element.getName() != null && isLabelledOutside(element)) {
        checkLabel(element);
      }
    }
    for (var shape : shapes) {
      if (shape.element() instanceof Activity activity
          && activity.getName() != null
          && !shape.expanded()) {
        checkTextInside(shape, activity.getName());
      }
    }
    for (var label : labels) {
      ModelElementInstance labelled = model.bpmn().getModelElementById(label.id());
      shapeOf(labelled.getParentElement())
          .filter(around -> !around.box().encloses(label.box()))
          .ifPresent(around -> fault("the label of %s is not inside %s", label.id(), around.id()));
      shapes.stream()
          .filter(shape -> !isWithin(labelled, shape))
          .filter(shape -> shape.box().overlaps(label.box()))
          .forEach(shape -> fault("the label of %s lies on %s", label.id(), shape.id()));
      lines.stream()
          .filter(line -> line.points().stream().anyMatch(point -> label.box().depth(point) > 0))
          .forEach(line -> fault("the label of %s lies on the line %s", label.id(), line.id()));
    }
    pairs(labels)
        .filter(pair -> pair.get(0).box().overlaps(pair.get(1).box()))
        .forEach(
            pair -> fault("the labels of %s and %s overlap", pair.get(0).id(), pair.get(1).id()));
  }

  private static boolean isLabelledOutside(FlowElement element) {
    return element instanceof Event
        || element instanceof Gateway
        || element instanceof SequenceFlow;
  }

  private void checkLabel(FlowElement element) {
    var label = labels.stream().filter(text -> text.id().equals(element.getId())).findFirst();
    if (label.isEmpty()) {
      fault("%s has no place for its label \"%s\"", element.getId(), element.getName());
      return;
    }
    if (!label.get().holds(element.getName())) {
      fault("the label of %s is too small for \"%s\"", element.getId(), element.getName());
    }
  }

  private void checkTextInside(Shape shape, String name) {
    var text = Text.inside(shape.box(), name);
    if (!shape.box().encloses(text)) {
      fault("%s is too small for \"%s\"", shape.id(), name);
      return;
    }
    shapes.stream()
        .filter(event -> isAttached(event, shape) && event.box().overlaps(text))
        .forEach(event -> fault("%s hides the name of %s", event.id(), shape.id()));
  }

  private void checkLines() {
    for (var line : lines) {
      if (line.element() instanceof SequenceFlow flow) {
        checkFlow(line, flow);
      }
    }
    pairs(lines)
        .filter(pair -> pair.get(0).crosses(pair.get(1)))
        .forEach(pair -> fault("%s and %s cross", pair.get(0).id(), pair.get(1).id()));
  }

  private void checkFlow(Line line, SequenceFlow flow) {
    if (!line.isSquare()) {
      fault("%s runs aslant", line.id());
    }
    shapeOf(flow.getSource())
        .filter(source -> !source.hasOnBorder(line.start()))
        .ifPresent(source -> fault("%s does not start at %s", line.id(), source.id()));
    shapeOf(flow.getTarget())
        .filter(target -> !target.hasOnBorder(line.end()))
        .ifPresent(target -> fault("%s does not end at %s", line.id(), target.id()));
    shapes.stream()
        .filter(shape -> !isWithin(flow, shape))
        .filter(shape -> line.points().stream().anyMatch(shape::hasInside))
        .forEach(shape -> fault("%s runs through %s", line.id(), shape.id()));
  }

  private Optional<Shape> shapeOf(ModelElementInstance element) {
    return shapes.stream().filter(shape -> shape.element().equals(element)).findFirst();
  }

  private static <T> Stream<List<T>> pairs(List<T> all) {
    return all.stream()
        .flatMap(
            one ->
                all.subList(all.indexOf(one) + 1, all.size()).stream()
                    .map(other -> List.of(one, other)));
  }

  private void fault(String message, Object... arguments) {
    faults.add(message.formatted(arguments));
  }
}
