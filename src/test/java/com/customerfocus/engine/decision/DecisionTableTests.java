package com.customerfocus.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.customerfocus.support.InvalidInputException;
import com.customerfocus.support.Sentence;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading and checking tables, with one that is right and what can be wrong with it. */
class DecisionTableTests {

  private static final String ROW =
      """
      <rule id="%s"><inputEntry id="%<sDish"><text>%s</text></inputEntry>\
      <inputEntry id="%1$sSize"><text>%s</text></inputEntry>\
      <outputEntry id="%1$sRow"><text>"%1$s"</text></outputEntry>\
      <outputEntry id="%1$sPrice"><text>"1"</text></outputEntry></rule>""";

  @Test
  void aTableThatIsRightHasNoFault() {
    assertThat(faults(SampleTable.xml())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"src/test/resources/models/lunch-price.dmn", "processes/handoff-clocks.dmn"})
  void theEngineDecidesAlike(Path file) throws Exception {
    var xml = Files.readString(file);
    var table = DecisionTables.read(xml);
    var engine = dmnEngine();
    var decision =
        engine.parseDecision(
            table.key(), new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    var cells =
        Arrays.asList(
            null,
            "",
            "soup",
            "stew",
            "fish",
            "S",
            "L",
            "billing",
            "sales",
            "field-service",
            "provisioning",
            "engineering",
            "NORMAL",
            "HIGH",
            "URGENT",
            "gold",
            "Gold",
            "silver");
    var random = new java.util.Random(7);
    for (var i = 0; i < 500; i++) {
      var values = new HashMap<String, Object>();
      var texts = new HashMap<String, String>();
      for (var input : table.inputs()) {
        var value = cells.get(random.nextInt(cells.size()));
        values.put(input.name(), value);
        texts.put(input.name(), value);
      }
      assertThat(
              engine
                  .evaluateDecisionTable(decision, Variables.fromMap(values))
                  .getSingleResult()
                  .<String>getEntry(DecisionTable.ROW))
          .as(texts.toString())
          .isEqualTo(table.output(table.decide(texts).orElseThrow(), DecisionTable.ROW));
    }
  }

  private static DmnEngine dmnEngine() {
    return DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  }

  /** A passage, its replacement, the first message. */
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '´',
      textBlock =
          """
          hitPolicy="FIRST" | hitPolicy="UNIQUE" | The hit policy must be First: the first row that fits counts.
          hitPolicy="FIRST" | ´´ | The hit policy must be First: the first row that fits counts.
          hitPolicy="FIRST" | hitPolicy="COLLECT" aggregation="SUM" | The attribute aggregation of <decisionTable> is not accepted.
          id="lunch-price" | id="dinner-price" | The id of the decision is dinner-price; it must be lunch-price.
          camunda:historyTimeToLive="P1D" | ´´ | Say in the Modeler how long the history of the decision is kept, such as P365D.
          camunda:historyTimeToLive="P1D" | camunda:historyTimeToLive="${1}" | Say in the Modeler how long the history of the decision is kept, such as P365D.
          >dish< | >meal< | The inputs must be dish (string), size (string); they are meal (string), size (string).
          name="price" | name="cost" | The outputs must be row (string), price (string); they are row (string), cost (string).
          name="price" typeRef="string" | name="price" typeRef="integer" | Column price: its type must be string.
          >dish< | >dish.toUpperCase()< | Column "Dish": "dish.toUpperCase()" is no name of a variable; expressions are not accepted.
          >dish< | >${dish}< | Column "Dish": "${dish}" is no name of a variable; expressions are not accepted.
          <input id="dishInput" label="Dish"> | <input id="dishInput" label="Dish" camunda:inputVariable="x"> | The attribute camunda:inputVariable of <input> is not accepted.
          typeRef="string" expressionLanguage="feel"><text>dish | typeRef="string" expressionLanguage="javascript"><text>dish | Column dish: its expression language must be feel, not javascript.
          id="noFishDish" | id="noFishDish" expressionLanguage="groovy" | Row 2, column Dish: the expression language must be feel, not groovy.
          id="noFishPrice" | id="noFishPrice" expressionLanguage="juel" | Row 2, column Price: the expression language must be feel, not juel.
          decisions" expressionLanguage="feel" | decisions" | Row 1, column Dish: the expression language must be feel, not -.
          decisions" expressionLanguage="feel" | decisions" expressionLanguage="javascript" | Row 1, column Dish: the expression language must be feel, not javascript.
          <text>"8"</text> | <text>${8}</text> | Row 1, column Price: ${8} cannot be read. Write one text in quotation marks; expressions are not accepted.
          <text>"8"</text> | <text>"${8}"</text> | Row 1, column Price: "${8}" cannot be read. Write one text in quotation marks; expressions are not accepted.
          <text>"8"</text> | <text>"a" + "b"</text> | Row 1, column Price: "a" + "b" cannot be read. Write one text in quotation marks; expressions are not accepted.
          <text>"8"</text> | <text>string(8)</text> | Row 1, column Price: string(8) cannot be read. Write one text in quotation marks; expressions are not accepted.
          <text>"8"</text> | <text></text> | Row 1, column Price is empty: write a text in quotation marks.
          <text>"8"</text> | <text>"<![CDATA[<b>]]>"</text> | Row 1, column Price: "<b>" cannot be read. Write one text in quotation marks; expressions are not accepted.
          <text>"L"</text> | <text>L</text> | Row 1, column Size: L cannot be read. Leave the cell empty, or write texts in quotation marks, such as "A", "B" or not("A").
          <text>"L"</text> | <text>starts with(?, "L")</text> | Row 1, column Size: starts with(?, "L") cannot be read. Leave the cell empty, or write texts in quotation marks, such as "A", "B" or not("A").
          <text>"L"</text> | <text>not("L", x)</text> | Row 1, column Size: not("L", x) cannot be read. Leave the cell empty, or write texts in quotation marks, such as "A", "B" or not("A").
          <text>"L"</text> | <text>"XL"</text> | Row 1, column Size: "XL" is none of S, L.
          <text>"8"</text> | <text>"dear"</text> | Row 1, column Price: "dear" is no price.
          <text>"8"</text> | <text>"8"</text><text>"9"</text> | <outputEntry> has 2 times <text> instead of once.
          "No fish" | "Large soup" | Row 2 has the same name as row 1: "Large soup". Give each row its own.
          <text>not("fish")</text> | <text>-</text> | Row 3 ("All others") is never reached: rows up to 2 fit all that it fits. Move it up, or delete it.
          <inputEntry id="noFishSize"><text>-</text></inputEntry> | ´´ | Row 2 has not as many cells as the table has columns.
          <inputEntry id="othersDish"><text></text> | <inputEntry id="othersDish"><text>"fish"</text> | The last row must fit all: leave its inputs empty.
          <dmndi:DMNDI> | <inputData id="data" name="data" /><dmndi:DMNDI> | <inputData> is not accepted below <definitions>: a file has one decision with one table.
          <dmndi:DMNDI> | <decision id="other" name="Other" /><dmndi:DMNDI> | <definitions> has 2 times <decision> instead of once.
          <dmndi:DMNDI> | <businessKnowledgeModel id="other" name="Other" /><dmndi:DMNDI> | <businessKnowledgeModel> is not accepted below <definitions>: a file has one decision with one table.
          <definitions xmlns | <import xmlns | This is no decision table in DMN 1.3: save it with the Camunda Modeler.
          DMN/20191111/MODEL | DMN/20151101/MODEL | This is no decision table in DMN 1.3: save it with the Camunda Modeler.
          encoding="UTF-8" | encoding="ISO-8859-1" | The file is written in ISO-8859-1: save it in UTF-8, as the Camunda Modeler does.
          <decisionTable id= | <extensionElements><x /></extensionElements><decisionTable id= | <extensionElements> is not accepted below <decision>: a file has one decision with one table.
          <decisionTable id= | run this<decisionTable id= | The text "run this" below <decision> does not belong there.
          <decisionTable id= | <?php run ?><decisionTable id= | <php> is not accepted below <decision>: a file has one decision with one table.
          id="noFishRow" | id="noFishPrice" | The engine cannot read this table: open it in the Camunda Modeler and save it again.
          """)
  void whatIsWrongIsSaidByRowAndColumn(String passage, String replacement, String message) {
    assertThat(SampleTable.xml()).contains(passage);
    var xml =
        SampleTable.xml()
            .replaceFirst(
                java.util.regex.Pattern.quote(passage),
                java.util.regex.Matcher.quoteReplacement(replacement));
    if (passage.startsWith("<definitions")) {
      xml = xml.replace("</definitions>", "</import>");
    }
    assertThat(faults(xml)).first().isEqualTo(message);
  }

  /** What else Camunda Modeler may write, in other versions or when a person uses it so. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '´',
      textBlock =
          """
          <definitions xmlns= | <definitions exporter="Camunda Modeler" exporterVersion="5.40.0" xmlns=
          <decisionTable id= | <variable id="v" name="Lunch price" typeRef="string" /><decisionTable id=
          <decision id= | <!-- A comment --><decision id=
          <rule id="noFish"> | <rule id="noFish"><description>Not on Fridays</description>
          label="Dish" | label="Dish" xmlns:biodi="http://bpmn.io/schema/dmn/biodi/2.0" biodi:width="192"
          <dmndi:DMNDiagram id= | <dmndi:DMNDiagram name="Lunch" id=
          ´"soup", "stew"´ | ´"soup","stew"´
          ´"soup", "stew"´ | ´ "soup" ,"stew" ´
          """)
  void whatTheModelerWritesBesidesIsAccepted(String passage, String replacement) {
    assertThat(SampleTable.xml()).contains(passage);
    var xml = SampleTable.xml().replace(passage, replacement);
    assertThat(faults(xml)).isEmpty();
  }

  @Test
  void annotationsOfRowsAreAcceptedAndNeverRun() {
    var xml =
        SampleTable.xml()
            .replace(
                "<rule id=\"largeSoup\">", "<annotation name=\"Why\" /><rule id=\"largeSoup\">")
            .replace("</rule>", "<annotationEntry><text>${1}</text></annotationEntry></rule>");
    assertThat(faults(xml)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
        "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">"
      })
  void noDocumentTypeIsRead(String type) {
    var xml = SampleTable.xml().replace("<definitions", type + "<definitions");
    assertThat(faults(xml)).singleElement().asString().startsWith("Line ").contains("no XML");
    var used = xml.replace("\"Large soup\"", "\"&e;\"");
    assertThat(faults(used)).singleElement().asString().startsWith("Line ").contains("no XML");
  }

  @Test
  void aTableThatIsTooLargeIsRefusedUnread() {
    assertThat(faults(withRows(10_000)))
        .containsExactly("The file is too large: at most 200 kB fit.");
    assertThat(faults(withRows(300))).containsExactly("The table has 303 rows; at most 200 fit.");
    assertThat(faults("")).first().asString().startsWith("Choose the file first");
    assertThat(faults("<x>")).first().asString().startsWith("Line 1: this is no XML");
  }

  private static String withRows(int count) {
    var rows = new StringBuilder();
    for (var i = 0; i < count; i++) {
      rows.append(ROW.formatted("row" + i, "\"d" + i + "\"", ""));
    }
    return SampleTable.xml().replace("<rule id=\"largeSoup\">", rows + "<rule id=\"largeSoup\">");
  }

  /** Cells of the first two inputs, before those of the sample; the row that is never reached. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '´',
      textBlock =
          """
          "a" - ; "a" "L" | b
          "a","b" - ; "b" "L" | b
          not("c") - ; "b" "L" | b
          not("a") - ; not("a","b") - | b
          - "S" ; - "L" ; "x" - | c
          "a" "S" ; "a" "L" ; "a" - | c
          "a" "S" ; "a" not("S") ; "a" - | c
          "a" "S" ; "a" - ; "b" - | -
          "a" - ; "a","b" - | -
          "a" - ; not("a") "S" ; not("a") "L" ; "z" - | d
          - not("S","L") | a
          """)
  void aRowThatIsNeverReachedIsFound(String rows, String unreachable) {
    var added = new StringBuilder();
    var name = 'a';
    for (var row : rows.split(" ; ")) {
      var cells = row.split(" ");
      added.append(ROW.formatted(name++, cells[0], cells[1]));
    }
    var xml =
        SampleTable.xml().replace("<rule id=\"largeSoup\">", added + "<rule id=\"largeSoup\">");
    var found =
        faults(xml).stream()
            .filter(it -> it.matches("Row \\d \\(\"[a-d]\"\\) (is never reached|fits nothing).*"))
            .map(it -> it.replaceAll(".*\\(\"(.)\"\\).*", "$1"))
            .toList();
    assertThat(found).isEqualTo(unreachable.equals("-") ? List.of() : List.of(unreachable));
  }

  private static List<String> faults(String xml) {
    try {
      return TableRules.faults(DecisionTables.read(xml), new SampleTable()).stream()
          .map(Sentence::inEnglish)
          .toList();
    } catch (InvalidInputException e) {
      return e.sentences().stream().map(Sentence::inEnglish).toList();
    }
  }

  @Test
  void aRefusalSaysAllThatIsWrong() {
    var xml = SampleTable.xml().replace("\"8\"", "8").replace("\"6\"", "6");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> DecisionTables.read(xml))
        .satisfies(it -> assertThat(it.sentences()).hasSize(2));
  }
}
