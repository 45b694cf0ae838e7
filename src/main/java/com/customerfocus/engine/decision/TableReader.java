package com.customerfocus.engine.decision;

import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import com.customerfocus.support.Texts;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a decision table from DMN 1.3, as Camunda Modeler writes it. Accepts one decision with one
 * table, and of the language only texts in quotation marks, lists of them and {@code not(...)}:
 * what is not listed here is refused, so that a file from outside runs nothing in the engine.
 */
final class TableReader {

  /** Bytes that a file may have. */
  static final int LONGEST = 200_000;

  static final int MOST_ROWS = 200;

  private static final int MOST_FAULTS = 20;
  private static final int LONGEST_WORD = 80;

  private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
  private static final String FEEL = "feel";

  /** Where shapes and widths of columns are; nothing in them is executed. */
  private static final Set<String> DRAWING =
      Set.of(
          "https://www.omg.org/spec/DMN/20191111/DMNDI/",
          "http://www.omg.org/spec/DMN/20180521/DC/",
          "http://www.omg.org/spec/DMN/20180521/DI/");

  private static final Set<String> DRAWING_ATTRIBUTES =
      Set.of(
          "http://bpmn.io/schema/dmn/biodi/1.0",
          "http://bpmn.io/schema/dmn/biodi/2.0",
          "http://camunda.org/schema/modeler/1.0");

  /** The elements that each element may have. */
  private static final Map<String, Set<String>> CHILDREN =
      Map.ofEntries(
          Map.entry("definitions", Set.of("description", "decision")),
          Map.entry("decision", Set.of("description", "variable", "decisionTable")),
          Map.entry("decisionTable", Set.of("input", "output", "annotation", "rule")),
          Map.entry("input", Set.of("inputExpression", "inputValues")),
          Map.entry("inputExpression", Set.of("text")),
          Map.entry("inputValues", Set.of("text")),
          Map.entry("output", Set.of("outputValues")),
          Map.entry("outputValues", Set.of("text")),
          Map.entry("rule", Set.of("description", "inputEntry", "outputEntry", "annotationEntry")),
          Map.entry("inputEntry", Set.of("text")),
          Map.entry("outputEntry", Set.of("text")),
          Map.entry("annotationEntry", Set.of("text")));

  private static final Map<String, Set<String>> ATTRIBUTES =
      Map.ofEntries(
          Map.entry(
              "definitions",
              Set.of(
                  "id", "name", "namespace", "exporter", "exporterVersion", "expressionLanguage")),
          Map.entry("decision", Set.of("id", "name")),
          // Newer Modelers name the result; the engine does not read that of a table.
          Map.entry("variable", Set.of("id", "name", "typeRef")),
          Map.entry("decisionTable", Set.of("id", "hitPolicy")),
          Map.entry("input", Set.of("id", "label")),
          Map.entry("inputExpression", Set.of("id", "typeRef", "expressionLanguage")),
          Map.entry("inputValues", Set.of("id")),
          Map.entry("output", Set.of("id", "label", "name", "typeRef")),
          Map.entry("outputValues", Set.of("id")),
          Map.entry("annotation", Set.of("id", "name")),
          Map.entry("rule", Set.of("id")),
          Map.entry("inputEntry", Set.of("id", "expressionLanguage")),
          Map.entry("outputEntry", Set.of("id", "expressionLanguage")));

  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
  private static final Pattern DAYS = Pattern.compile("P?[0-9]{1,4}D?");
  private static final String TEXT = "\"[^\"\\\\<>{}\\p{Cc}]{1,100}\"";
  private static final Pattern ONE_TEXT = Pattern.compile(TEXT);
  private static final Pattern LIST = Pattern.compile("%1$s(\\s*,\\s*%1$s)*".formatted(TEXT));
  private static final Pattern NOT = Pattern.compile("not\\s*\\(\\s*(.*?)\\s*\\)");

  private final List<Sentence> faults = new ArrayList<>();

  private TableReader() {}

  /**
   * Reads a table.
   *
   * @throws InvalidInputException when the text is no table of this kind; says all that is wrong,
   *     by row and column
   */
  static DecisionTable read(String xml) {
    return new TableReader().table(xml);
  }

  private DecisionTable table(String xml) {
    if (Texts.isBlank(xml)) {
      throw new InvalidInputException("refusal.table.empty");
    }
    if (xml.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw new InvalidInputException("refusal.table.too-large", LONGEST / 1000);
    }
    var document = parse(xml);
    var root = document.getDocumentElement();
    var encoding = document.getXmlEncoding();
    if (encoding != null && !encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
      throw new InvalidInputException("refusal.table.encoding", shortened(encoding));
    }
    if (!DMN.equals(root.getNamespaceURI()) || !root.getLocalName().equals("definitions")) {
      throw new InvalidInputException("refusal.table.no-dmn");
    }
    checkElement(root);
    stopIfFaulty();
    var decision = single(root, "decision");
    var table = single(decision, "decisionTable");
    checkDecision(decision, table);
    var byDefault = root.getAttribute("expressionLanguage");
    var inputs = children(table, "input").stream().map(this::input).toList();
    var outputs = children(table, "output").stream().map(this::output).toList();
    children(table, "input").forEach(it -> checkInput(it, byDefault));
    stopIfFaulty();
    var rules = children(table, "rule");
    if (rules.size() > MOST_ROWS) {
      throw new InvalidInputException("refusal.table.too-many-rows", rules.size(), MOST_ROWS);
    }
    var rows =
        IntStream.range(0, rules.size())
            .mapToObj(i -> row(i + 1, rules.get(i), inputs, outputs, byDefault))
            .toList();
    stopIfFaulty();
    return new DecisionTable(
        decision.getAttribute("id"), decision.getAttribute("name"), inputs, outputs, rows);
  }

  /** No document type: no entities, so nothing is read from elsewhere and nothing multiplies. */
  private static Document parse(String xml) {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setIgnoringComments(true);
      factory.setCoalescing(true);
      var builder = factory.newDocumentBuilder();
      // Without it the parser prints what is wrong.
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new InputSource(new StringReader(xml)));
    } catch (SAXParseException e) {
      throw new InvalidInputException(e, "refusal.table.no-xml", Math.max(1, e.getLineNumber()));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new InvalidInputException(e, "refusal.table.no-dmn");
    }
  }

  private void checkElement(Element element) {
    var name = element.getLocalName();
    for (var i = 0; i < element.getAttributes().getLength(); i++) {
      checkAttribute(element, (Attr) element.getAttributes().item(i));
    }
    var allowed = CHILDREN.getOrDefault(name, Set.of());
    if (allowed.contains("text") && children(element, "text").size() > 1) {
      fault("refusal.table.single", name, "text", children(element, "text").size());
    }
    for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        checkChild(element, child, allowed);
      } else if (node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
        fault("refusal.table.element", shortened(node.getNodeName()), name);
      } else if (!allowed.isEmpty() && !Texts.isBlank(node.getNodeValue())) {
        fault("refusal.table.text", name, shortened(node.getNodeValue()));
      }
    }
  }

  private void checkChild(Element element, Element child, Set<String> allowed) {
    if (DRAWING.contains(child.getNamespaceURI()) && element.getLocalName().equals("definitions")) {
      checkDrawing(child);
    } else if (DMN.equals(child.getNamespaceURI()) && allowed.contains(child.getLocalName())) {
      checkElement(child);
    } else {
      fault("refusal.table.element", shortened(child.getNodeName()), element.getLocalName());
    }
  }

  /** Shapes and their bounds. */
  private void checkDrawing(Element element) {
    for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        if (DRAWING.contains(child.getNamespaceURI())) {
          checkDrawing(child);
        } else {
          fault("refusal.table.element", shortened(child.getNodeName()), element.getLocalName());
        }
      }
    }
  }

  private void checkAttribute(Element element, Attr attribute) {
    var namespace = attribute.getNamespaceURI();
    var isAllowed =
        namespace == null
            ? ATTRIBUTES
                .getOrDefault(element.getLocalName(), Set.of())
                .contains(attribute.getLocalName())
            : namespace.equals(XMLConstants.XMLNS_ATTRIBUTE_NS_URI)
                || DRAWING_ATTRIBUTES.contains(namespace)
                || namespace.equals(CAMUNDA)
                    && element.getLocalName().equals("decision")
                    && attribute.getLocalName().equals("historyTimeToLive");
    if (!isAllowed) {
      fault("refusal.table.attribute", shortened(attribute.getNodeName()), element.getLocalName());
    }
  }

  private void checkDecision(Element decision, Element table) {
    if (!table.getAttribute("hitPolicy").equals("FIRST")) {
      fault("refusal.table.hit-policy");
    }
    if (!DAYS.matcher(decision.getAttributeNS(CAMUNDA, "historyTimeToLive")).matches()) {
      fault("refusal.table.time-to-live");
    }
    if (Texts.isBlank(decision.getAttribute("name"))
        || decision.getAttribute("name").length() > LONGEST_WORD) {
      fault("refusal.table.no-name", LONGEST_WORD);
    }
  }

  private TableColumn input(Element input) {
    var expression = single(input, "inputExpression");
    return column(input, text(expression), expression.getAttribute("typeRef"));
  }

  private TableColumn output(Element output) {
    return column(output, output.getAttribute("name"), output.getAttribute("typeRef"));
  }

  private TableColumn column(Element element, String name, String type) {
    var label = Texts.oneLine(element.getAttribute("label"));
    if (!NAME.matcher(name).matches()) {
      fault("refusal.table.column-name", shortened(label), shortened(name));
    } else if (!type.equals(TableColumn.STRING)) {
      fault("refusal.table.column-type", name);
    } else if (label.length() > LONGEST_WORD) {
      fault("refusal.table.column-label", name, LONGEST_WORD);
    }
    return new TableColumn(name, label.isEmpty() ? name : label, type, List.of());
  }

  private void checkInput(Element input, String byDefault) {
    var expression = single(input, "inputExpression");
    var language = byDefault(expression, byDefault);
    if (!language.equals(FEEL)) {
      fault("refusal.table.language", shortened(text(expression)), language);
    }
  }

  private TableRow row(
      int number,
      Element rule,
      List<TableColumn> inputs,
      List<TableColumn> outputs,
      String byDefault) {
    var entries = children(rule, "inputEntry");
    var results = children(rule, "outputEntry");
    if (entries.size() != inputs.size() || results.size() != outputs.size()) {
      fault("refusal.table.cells", number);
      return new TableRow(number, List.of(), List.of());
    }
    return new TableRow(
        number,
        IntStream.range(0, inputs.size())
            .mapToObj(i -> test(number, inputs.get(i), entries.get(i), byDefault))
            .toList(),
        IntStream.range(0, outputs.size())
            .mapToObj(i -> result(number, outputs.get(i), results.get(i), byDefault))
            .toList());
  }

  private ValueSet test(int row, TableColumn column, Element cell, String byDefault) {
    checkLanguage(row, column, cell, byDefault);
    var text = text(cell);
    if (text.isEmpty() || text.equals("-")) {
      return ValueSet.ANY;
    }
    var not = NOT.matcher(text);
    var isNot = not.matches();
    var list = isNot ? not.group(1) : text;
    if (!LIST.matcher(list).matches()) {
      fault("refusal.table.input", row, column.label(), shortened(text));
      return ValueSet.ANY;
    }
    var values =
        ONE_TEXT.matcher(list).results().map(found -> unquoted(found.group())).distinct().toList();
    return isNot ? ValueSet.allBut(values) : ValueSet.only(values);
  }

  private String result(int row, TableColumn column, Element cell, String byDefault) {
    checkLanguage(row, column, cell, byDefault);
    var text = text(cell);
    if (text.isEmpty()) {
      fault("refusal.table.empty-output", row, column.label());
    } else if (!ONE_TEXT.matcher(text).matches()) {
      fault("refusal.table.output", row, column.label(), shortened(text));
    } else {
      return unquoted(text);
    }
    return "";
  }

  /** FEEL, named at the cell or for the whole file: the engine's default for outputs is another. */
  private void checkLanguage(int row, TableColumn column, Element cell, String byDefault) {
    var language = byDefault(cell, byDefault);
    if (!language.equals(FEEL)) {
      fault("refusal.table.cell-language", row, column.label(), language);
    }
  }

  private static String byDefault(Element element, String byDefault) {
    var own = element.getAttribute("expressionLanguage");
    var language = own.isEmpty() ? byDefault : own;
    return language.isEmpty() ? "-" : shortened(language);
  }

  private Element single(Element element, String name) {
    var found = children(element, name);
    if (found.size() != 1) {
      fault("refusal.table.single", element.getLocalName(), name, found.size());
      stop();
    }
    return found.get(0);
  }

  private static List<Element> children(Element element, String name) {
    var found = new ArrayList<Element>();
    for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && name.equals(child.getLocalName())) {
        found.add(child);
      }
    }
    return found;
  }

  /** The text of the element in it that is called so; empty where there is none. */
  private static String text(Element element) {
    var text = children(element, "text");
    return text.size() == 1 ? Texts.strip(text.get(0).getTextContent()) : "";
  }

  private static String unquoted(String text) {
    return text.substring(1, text.length() - 1);
  }

  private static String shortened(String text) {
    var line = Texts.oneLine(text);
    return line.length() <= LONGEST_WORD ? line : line.substring(0, LONGEST_WORD) + "…";
  }

  private void fault(String key, Object... arguments) {
    faults.add(new Sentence(key, arguments));
    if (faults.size() == MOST_FAULTS) {
      stop();
    }
  }

  private void stopIfFaulty() {
    if (!faults.isEmpty()) {
      stop();
    }
  }

  private void stop() {
    throw new InvalidInputException(faults);
  }
}
