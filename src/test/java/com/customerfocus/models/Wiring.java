package com.customerfocus.models;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Consistency of models, forms and code in both directions. */
public final class Wiring {

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final String EMBEDDED = "embedded:deployment:forms/";
  private static final String MESSAGE = "MESSAGE_";
  private static final String ERROR = "ERROR_";

  /** Engine attributes that name a variable instead of computing one. */
  private static final Set<String> NAMING =
      Set.of("initiator", "resultVariable", "elementVariable", "errorCodeVariable");

  private final List<Model> models;
  private final List<Form> forms;
  private final Code code;
  private final List<String> faults = new ArrayList<>();

  public Wiring(List<Model> models, List<Form> forms, Code code) {
    this.models = models;
    this.forms = forms;
    this.code = code;
  }

  /** Service tasks without a delegate, and delegates without a service task. */
  public List<String> delegateFaults() {
    faults.clear();
    var delegates = code.delegates();
    var used = new TreeSet<String>();
    for (var model : models) {
      for (var element : elements(model.xml())) {
        for (var other : List.of("class", "expression")) {
          if (element.hasAttributeNS(CAMUNDA, other)) {
            fault("%s of %s runs a camunda:%s, not a delegate", id(element), model, other);
          }
        }
        if (element.hasAttributeNS(CAMUNDA, "delegateExpression")) {
          var expression = element.getAttributeNS(CAMUNDA, "delegateExpression");
          var bean = id(element) + "Delegate";
          if (!expression.equals("${" + bean + "}")) {
            fault("%s of %s names %s instead of ${%s}", id(element), model, expression, bean);
          } else if (!delegates.containsKey(bean)) {
            fault("%s of %s has no %s", id(element), model, Names.capital(bean));
          }
          used.add(bean);
        } else if (element.getLocalName().equals("serviceTask")
            && !element.hasAttributeNS(CAMUNDA, "type")) {
          fault("%s of %s has no delegate", id(element), model);
        }
      }
    }
    delegates.forEach(
        (bean, type) -> {
          if (!used.contains(bean)) {
            fault("%s belongs to no element of any model", type.getSimpleName());
          }
          if (!type.isAnnotatedWith(Component.class)
              || !type.getAnnotationOfType(Component.class).value().isEmpty()) {
            fault("%s is no @Component under its own name", type.getSimpleName());
          }
        });
    return List.copyOf(faults);
  }

  /** Ids, message names and error codes without a constant, and the reverse. */
  public List<String> nameFaults() {
    faults.clear();
    var withModel = new HashSet<JavaClass>();
    for (var model : models) {
      processClass(model)
          .ifPresentOrElse(
              type -> {
                withModel.add(type);
                compareNames(model, type);
              },
              () -> fault("%s has no class %sProcess", model, Names.type(model.process().getId())));
    }
    code.processClasses().stream()
        .filter(type -> !withModel.contains(type))
        .forEach(type -> fault("%s has no model", type.getSimpleName()));
    return List.copyOf(faults);
  }

  private void compareNames(Model model, JavaClass type) {
    var constants = Code.names(type);
    var expected = new TreeMap<String, String>();
    expected.put("KEY", model.process().getId());
    for (var node : model.all(FlowNode.class)) {
      if (isWaitingPlace(node)) {
        expected.put(Names.constant(node.getId()), node.getId());
      }
    }
    for (var message : model.all(Message.class)) {
      expected.put(MESSAGE + afterCapability(message.getName()), message.getName());
    }
    for (var error : model.all(org.camunda.bpm.model.bpmn.instance.Error.class)) {
      expected.put(ERROR + afterCapability(error.getErrorCode()), error.getErrorCode());
    }
    expected.forEach(
        (constant, value) -> {
          if (!value.equals(constants.get(constant))) {
            fault("%s lacks %s = \"%s\"", type.getSimpleName(), constant, value);
          }
        });
    var allowed = new TreeMap<>(expected);
    model.all(BaseElement.class).stream()
        .filter(element -> element.getId() != null)
        .forEach(element -> allowed.put(Names.constant(element.getId()), element.getId()));
    constants.forEach(
        (constant, value) -> {
          if (!value.equals(allowed.get(constant))) {
            fault("%s.%s = \"%s\" is not in %s", type.getSimpleName(), constant, value, model);
          }
        });
  }

  /** Elements at which an instance waits. */
  private static boolean isWaitingPlace(FlowNode node) {
    return node instanceof UserTask
        || node instanceof ReceiveTask
        || node instanceof BoundaryEvent
        || node instanceof IntermediateCatchEvent
        || node instanceof StartEvent
            && node.getParentElement() instanceof SubProcess inner
            && inner.triggeredByEvent();
  }

  private static String afterCapability(String name) {
    return Names.constant(name.substring(name.indexOf('.') + 1));
  }

  /** Variables of models and forms missing in the process class, and unused constants. */
  public List<String> variableFaults() {
    faults.clear();
    var beans = code.beans();
    for (var model : models) {
      processClass(model).ifPresent(type -> compareVariables(model, Code.variables(type), beans));
    }
    return List.copyOf(faults);
  }

  private void compareVariables(Model model, Map<String, Boolean> known, Set<String> beans) {
    var used = new TreeSet<String>();
    variables(model)
        .forEach(
            (name, where) -> {
              used.add(name);
              if (!known.containsKey(name) && !beans.contains(name)) {
                fault("%s at %s of %s is no variable of its process", name, where, model);
              }
            });
    for (var form : formsOf(model)) {
      for (var name : form.variables()) {
        used.add(name);
        if (!known.containsKey(name)) {
          fault("%s in %s is no variable of %s", name, form, model);
        }
      }
    }
    known.forEach(
        (name, read) -> {
          if (!read && !used.contains(name)) {
            fault("variable %s of %s is used nowhere", name, model);
          }
        });
  }

  /** Names in the model's expressions, each with the element of its first use. */
  private static Map<String, String> variables(Model model) {
    var names = new TreeMap<String, String>();
    for (var element : elements(model.xml())) {
      if (element.getLocalName().equals("documentation")) {
        continue;
      }
      if (element.getLocalName().equals("property")
          && Set.of("subject", "overseer").contains(element.getAttribute("name"))) {
        names.putIfAbsent(element.getAttribute("value"), place(element));
      }
      var attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        var attribute = attributes.item(i);
        if (!CAMUNDA.equals(attribute.getNamespaceURI())) {
          continue;
        }
        if (NAMING.contains(attribute.getLocalName())) {
          names.putIfAbsent(attribute.getNodeValue(), place(element));
        } else if (!attribute.getLocalName().equals("delegateExpression")) {
          addNames(attribute.getNodeValue(), element, names);
        }
      }
      for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
        if (child.getNodeType() == Node.TEXT_NODE
            || child.getNodeType() == Node.CDATA_SECTION_NODE) {
          addNames(child.getNodeValue(), element, names);
        }
      }
    }
    return names;
  }

  private static void addNames(String text, Element element, Map<String, String> names) {
    Expressions.engineNames(text).forEach(name -> names.putIfAbsent(name, place(element)));
  }

  /** Tasks without a form, and forms without a task. */
  public List<String> formFaults() {
    faults.clear();
    var used = new TreeSet<String>();
    for (var model : models) {
      for (var element : elements(model.xml())) {
        formOf(element).ifPresent(used::add);
        if (element.hasAttributeNS(CAMUNDA, "formRef")) {
          checkForm(model, element);
        } else if (element.hasAttributeNS(CAMUNDA, "formKey")) {
          checkEmbeddedForm(model, element);
        } else if (element.getLocalName().equals("userTask")) {
          fault("%s of %s has no form", id(element), model);
        }
      }
    }
    for (var form : forms) {
      if (!form.isEmbedded() && !form.fileName().equals(form.id() + Form.CAMUNDA_FORM)) {
        fault("%s holds the form %s", form, form.id());
      }
      if (!used.contains(fileOf(form))) {
        fault("%s is used by no model", form);
      }
    }
    return List.copyOf(faults);
  }

  private void checkForm(Model model, Element element) {
    var reference = element.getAttributeNS(CAMUNDA, "formRef");
    if (!reference.equals(Names.kebab(id(element)))) {
      fault(
          "%s of %s shows the form %s instead of %s",
          id(element), model, reference, Names.kebab(id(element)));
    }
    if (!element.getAttributeNS(CAMUNDA, "formRefBinding").equals("deployment")) {
      fault("%s of %s does not take the form of its own deployment", id(element), model);
    }
    checkThereIs(model, element, reference + Form.CAMUNDA_FORM);
  }

  private void checkEmbeddedForm(Model model, Element element) {
    var key = element.getAttributeNS(CAMUNDA, "formKey");
    var file = Names.kebab(id(element)) + Form.EMBEDDED;
    if (!key.equals(EMBEDDED + file)) {
      fault("%s of %s shows %s instead of %s", id(element), model, key, EMBEDDED + file);
    }
    checkThereIs(model, element, file);
  }

  private void checkThereIs(Model model, Element element, String file) {
    if (forms.stream().noneMatch(form -> fileOf(form).equals(file))) {
      fault("%s of %s has no %s", id(element), model, file);
    }
  }

  /** The file of the element's form, if it has one. */
  private static Optional<String> formOf(Element element) {
    var reference = element.getAttributeNS(CAMUNDA, "formRef");
    var key = element.getAttributeNS(CAMUNDA, "formKey");
    return reference.isEmpty() && key.isEmpty()
        ? Optional.empty()
        : Optional.of(
            reference.isEmpty() ? key.replace(EMBEDDED, "") : reference + Form.CAMUNDA_FORM);
  }

  /** The path under which a model refers to the form. */
  private static String fileOf(Form form) {
    return form.isEmbedded() ? form.fileName() : form.id() + Form.CAMUNDA_FORM;
  }

  private List<Form> formsOf(Model model) {
    var files = new HashSet<String>();
    elements(model.xml()).forEach(element -> formOf(element).ifPresent(files::add));
    return forms.stream().filter(form -> files.contains(fileOf(form))).toList();
  }

  private Optional<JavaClass> processClass(Model model) {
    var name = Names.type(model.process().getId()) + "Process";
    return code.processClasses().stream()
        .filter(type -> type.getSimpleName().equals(name))
        .findFirst();
  }

  private static Collection<Element> elements(Element root) {
    var found = new ArrayList<Element>();
    var nodes = root.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }

  /** Id of the element, or of the nearest parent with an id. */
  private static String place(Element element) {
    Node around = element;
    while (around instanceof Element candidate && id(candidate).isEmpty()) {
      around = around.getParentNode();
    }
    return around instanceof Element found ? id(found) : "the model";
  }

  private static String id(Element element) {
    return element.getAttribute("id");
  }

  private void fault(String message, Object... arguments) {
    faults.add(message.formatted(arguments));
  }
}
