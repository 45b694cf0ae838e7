package com.customerfocus.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.customerfocus.engine.form.FormField.Kind;
import com.customerfocus.support.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Declared fields of forms, and valid values. */
class FormFieldsTests {

  @Test
  void aCamundaFormDeclaresItsFieldsAndAGroupOneObject() {
    var fields =
        read(
            """
            {"components": [
              {"type": "text", "text": "Hello"},
              {"type": "textfield", "key": "reason"},
              {"type": "number", "key": "days"},
              {"type": "checkbox", "key": "sure"},
              {"type": "textfield", "key": "shown", "disabled": true},
              {"type": "group", "path": "memo", "components": [{"type": "textfield", "key": "title"}]},
              {"type": "group", "components": [{"type": "radio", "key": "decision"}]}
            ]}
            """);

    assertThat(fields.byName())
        .isEqualTo(
            Map.of(
                "reason", FormField.of(Kind.TEXT),
                "days", FormField.of(Kind.NUMBER),
                "sure", FormField.of(Kind.BOOLEAN),
                "memo", FormField.of(Kind.JSON),
                "decision", FormField.of(Kind.TEXT)));
  }

  @Test
  void anEmbeddedFormDeclaresItsVariablesAndTheLargestFile() {
    var fields =
        read(
            """
            <form>
              <input cam-variable-name="file" cam-variable-type="File" cam-max-filesize="100">
              <input cam-variable-name="other" cam-variable-type="File">
              <select cam-variable-name='decision' cam-variable-type='String'></select>
              <div cam-variable-name='word' cam-variable-type='Json' data-choice></div>
              <input name="notOurs">
            </form>
            """);

    assertThat(fields.byName())
        .isEqualTo(
            Map.of(
                "file", FormField.file(100),
                "other", FormField.file(5_000_000),
                "decision", FormField.of(Kind.TEXT),
                "word", FormField.of(Kind.JSON)));
    assertThat(fields.choices()).containsExactlyInAnyOrder("decision", "word");
  }

  @Test
  void aFieldOfUnknownTypeIsNotGuessed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("{\"components\":[{\"type\":\"filepicker\",\"key\":\"x\"}]}"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read("<i cam-variable-name='x' cam-variable-type='Object'></i>"));
  }

  static Stream<Path> ourForms() throws IOException {
    return Files.list(Path.of("forms"));
  }

  @ParameterizedTest
  @MethodSource("ourForms")
  void everyFormOfOursIsUnderstood(Path form) throws IOException {
    assertThat(FormFields.read(Files.readAllBytes(form)).byName()).isNotEmpty();
  }

  static List<Arguments> values() {
    return List.of(
        Arguments.of(Kind.TEXT, "words", true),
        Arguments.of(Kind.TEXT, null, true),
        Arguments.of(Kind.TEXT, Variables.stringValue("words"), true),
        Arguments.of(Kind.TEXT, 5, false),
        Arguments.of(Kind.TEXT, "with \0 in it", false),
        Arguments.of(Kind.TEXT, Variables.objectValue("words").create(), false),
        Arguments.of(Kind.NUMBER, 5, true),
        Arguments.of(Kind.NUMBER, 5.5, true),
        Arguments.of(Kind.NUMBER, "5", false),
        Arguments.of(Kind.BOOLEAN, true, true),
        Arguments.of(Kind.BOOLEAN, "true", false),
        Arguments.of(Kind.DATE, new Date(0), true),
        Arguments.of(Kind.DATE, "2026-03-02", true),
        Arguments.of(Kind.DATE, 1, false),
        Arguments.of(Kind.JSON, SpinValues.jsonValue("{\"a\":1}").create(), true),
        Arguments.of(Kind.JSON, SpinValues.jsonValue("[1]").create(), false),
        Arguments.of(Kind.JSON, SpinValues.jsonValue("null").create(), false),
        Arguments.of(Kind.JSON, SpinValues.jsonValue("{\"a\":").create(), false),
        Arguments.of(Kind.JSON, SpinValues.jsonValue("{\"a\":\"\\u0000\"}").create(), false),
        Arguments.of(Kind.JSON, SpinValues.jsonValue("{\"a\":[\"b\\ud800\"]}").create(), false),
        Arguments.of(Kind.JSON, SpinValues.jsonValue("{\"a\":\"\\ud83d\\udc9a\"}").create(), true),
        Arguments.of(Kind.TEXT, "a\ud800b", false),
        Arguments.of(Kind.JSON, "{\"a\":1}", false),
        Arguments.of(Kind.JSON, null, false),
        Arguments.of(
            Kind.JSON,
            Variables.serializedObjectValue("x").objectTypeName("java.io.File").create(),
            false));
  }

  @ParameterizedTest(name = "{0} takes {1}: {2}")
  @MethodSource("values")
  void aValueFitsTheKindOfItsField(Kind kind, Object value, boolean fits) {
    assertThat(FormField.of(kind).problem(value).isEmpty()).isEqualTo(fits);
  }

  @Test
  void aFileIsNoLargerThanTheFormSays() {
    var field = FormField.file(3);

    assertThat(field.problem(file("abc"))).isEmpty();
    assertThat(field.problem(null)).isEmpty();
    assertThat(field.problem(file("abcd")).map(Sentence::inEnglish))
        .contains("has more than 3 bytes");
    assertThat(field.problem("abc").map(Sentence::inEnglish)).contains("is no file");
  }

  private static Object file(String content) {
    return Variables.fileValue("a.csv").file(content.getBytes(StandardCharsets.UTF_8)).create();
  }

  private static FormFields read(String form) {
    return FormFields.read(form.getBytes(StandardCharsets.UTF_8));
  }
}
