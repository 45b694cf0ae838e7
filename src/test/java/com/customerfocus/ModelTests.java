package com.customerfocus;

import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.access.Groups;
import com.customerfocus.models.Code;
import com.customerfocus.models.Conventions;
import com.customerfocus.models.Drawing;
import com.customerfocus.models.Form;
import com.customerfocus.models.Model;
import com.customerfocus.models.Table;
import com.customerfocus.models.Wiring;
import com.customerfocus.testing.TakesAllOf;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds every model to its drawing, to its forms and to the code, both ways.
 *
 * <p>The process {@code team-briefing} has a class {@code TeamBriefingProcess} in a {@code process}
 * package. Its String constants are names of the model and nothing else:
 *
 * <ul>
 *   <li>{@code KEY}: the process id;
 *   <li>{@code BRIEF_TEAM = "briefTeam"}: the id of an element, in capitals. User tasks, receive
 *       tasks, boundary events, catching events and the start events of event subprocesses must
 *       have one, other elements may;
 *   <li>{@code MESSAGE_TEAM_ACKNOWLEDGED = "briefing.teamAcknowledged"}: each message, {@code
 *       ERROR_...} each error code, in capitals without the capability.
 * </ul>
 *
 * <p>Its {@code Variable} constants are the process variables: each one that an expression of the
 * model or a form uses, and no other. The element {@code passMemoOn} runs {@code
 * PassMemoOnDelegate}; the task {@code briefTeam} shows the form {@code brief-team}.
 *
 * <p>The decision table {@code handoff-clocks} has a class that is an {@code UploadableTable} with
 * the constant {@code KEY}.
 */
class ModelTests {

  private static final List<Model> MODELS = Model.in(Path.of("processes"));
  private static final List<Table> TABLES = Table.in(Path.of("processes"));
  private static final List<Form> FORMS = Form.in(Path.of("forms"));
  private static final Code CODE =
      new Code(
          new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages("com.customerfocus"));
  private static final Wiring WIRING = new Wiring(MODELS, FORMS, CODE);

  static List<Model> models() {
    return MODELS;
  }

  @ParameterizedTest
  @MethodSource("models")
  void theModelKeepsToTheConventions(Model model) {
    assertThat(Conventions.faults(model, CODE.texts(Groups.class))).isEmpty();
  }

  static List<Table> tables() {
    return TABLES;
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theTableKeepsToTheConventions(Table table) {
    assertThat(table.faults()).isEmpty();
  }

  @Test
  void eachTableHasTheClassThatChecksWhatPeopleUploadInItsPlace() {
    assertThat(CODE.tables())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(TABLES.stream().map(Table::id).toList());
  }

  @ParameterizedTest
  @MethodSource("models")
  void theDrawingCanBeRead(Model model) {
    assertThat(Drawing.faults(model)).isEmpty();
  }

  @Test
  void eachServiceTaskHasItsDelegateAndEachDelegateItsElement() {
    assertThat(WIRING.delegateFaults()).isEmpty();
  }

  @Test
  void idsMessagesAndErrorCodesAreTheConstantsOfTheProcess() {
    assertThat(WIRING.nameFaults()).isEmpty();
  }

  @Test
  void modelsFormsAndCodeShareTheirVariables() {
    assertThat(WIRING.variableFaults()).isEmpty();
  }

  @Test
  void eachTaskHasItsFormAndEachFormItsTask() {
    assertThat(WIRING.formFaults()).isEmpty();
  }

  @Test
  void eachModelHasTestsThatTakeAllOfIt() {
    var taken =
        new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("com.customerfocus")
                .stream()
                .filter(type -> type.isAnnotatedWith(TakesAllOf.class))
                .map(type -> type.getAnnotationOfType(TakesAllOf.class).value());

    assertThat(taken).containsExactlyInAnyOrderElementsOf(MODELS.stream().map(Model::id).toList());
  }
}
