package com.customerfocus.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults that {@link Wiring} finds when model, forms and code differ. */
class WiringTests {

  private static final Code CODE =
      new Code(new ClassFileImporter().importPackages("fixture.lunch"));
  private static final Form LUNCH_ORDERED =
      Form.parse(
          "lunch-ordered.form",
          """
          {"id": "lunch-ordered", "components": [
            {"type": "text", "text": "{{#if kitchenOpen}}Choose:{{/if}}"},
            {"type": "group", "path": "order", "components": [
              {"key": "soup", "type": "select", "valuesKey": "dishes"}]}]}
          """);
  private static final Form COOK_LUNCH =
      Form.parse(
          "cook-lunch.form",
          """
          {"id": "cook-lunch", "components": [
            {"type": "text", "text": "{{order.soup}} {{#loop dishes}}{{name}}{{/loop}}"}]}
          """);

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "${serveLunchDelegate}" | "${servelunch}" | serveLunch of lunch-order.bpmn names ${servelunch} instead of ${serveLunchDelegate}
          "serveLunch" | "carryLunch" | ServeLunchDelegate belongs to no element of any model
          serveLunch | carryLunch | carryLunch of lunch-order.bpmn has no CarryLunchDelegate
          camunda:delegateExpression="${serveLunchDelegate}" | camunda:class="ServeLunchDelegate" | serveLunch of lunch-order.bpmn runs a camunda:class, not a delegate
          camunda:delegateExpression="${serveLunchDelegate}" | '' | serveLunch of lunch-order.bpmn has no delegate
          """)
  void aServiceTaskWithoutItsDelegate(String passage, String replacement, String fault) {
    assertThat(wiring(Faulty.with(passage, replacement)).delegateFaults()).contains(fault);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "lunch-order" | "dinner-order" | lunch-order.bpmn has no class DinnerOrderProcess
          "lunch-order" | "dinner-order" | LunchOrderProcess has no model
          "cookLunch" | "boilLunch" | LunchOrderProcess lacks BOIL_LUNCH = "boilLunch"
          "cookLunch" | "boilLunch" | LunchOrderProcess.COOK_LUNCH = "cookLunch" is not in lunch-order.bpmn
          "lunchLate" | "soupCold" | LunchOrderProcess lacks SOUP_COLD = "soupCold"
          "guestSatDown" | "guestCame" | LunchOrderProcess lacks GUEST_CAME = "guestCame"
          "lunchCancelled" | "guestLeft" | LunchOrderProcess lacks GUEST_LEFT = "guestLeft"
          name="lunch.cancelled" | name="lunch.dropped" | LunchOrderProcess lacks MESSAGE_DROPPED = "lunch.dropped"
          name="lunch.cancelled" | name="meal.cancelled" | LunchOrderProcess.MESSAGE_CANCELLED = "lunch.cancelled" is not in lunch-order.bpmn
          errorCode="lunch.soupSpilt" | errorCode="lunch.soupBurnt" | LunchOrderProcess lacks ERROR_SOUP_BURNT = "lunch.soupBurnt"
          errorCode="lunch.soupSpilt" | errorCode="lunch.soupBurnt" | LunchOrderProcess.ERROR_SOUP_SPILT = "lunch.soupSpilt" is not in lunch-order.bpmn
          """)
  void aNameThatModelAndCodeDoNotShare(String passage, String replacement, String fault) {
    assertThat(wiring(Faulty.with(passage, replacement)).nameFaults()).contains(fault);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ${kitchenOpen and | ${stoveHot and | stoveHot at kitchenIsOpen of lunch-order.bpmn is no variable of its process
          ${kitchenClock.after | ${wallClock.after | wallClock at lunchLate of lunch-order.bpmn is no variable of its process
          camunda:initiator="guestId" | camunda:initiator="hostId" | hostId at lunchOrdered of lunch-order.bpmn is no variable of its process
          camunda:initiator="guestId" | '' | variable guestId of lunch-order.bpmn is used nowhere
          camunda:candidateGroups="table-one" /> | camunda:candidateGroups="table-one"><bpmn:extensionElements><camunda:properties><camunda:property name="subject" value="soup" /></camunda:properties></bpmn:extensionElements></bpmn:userTask> | soup at cookLunch of lunch-order.bpmn is no variable of its process
          camunda:candidateGroups="table-one" | camunda:candidateGroups="${cooks}" | cooks at cookLunch of lunch-order.bpmn is no variable of its process
          """)
  void aVariableThatModelAndCodeDoNotShare(String passage, String replacement, String fault) {
    assertThat(wiring(Faulty.with(passage, replacement)).variableFaults()).contains(fault);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"key": "dessert", "type": "textfield"} | dessert
          {"key": "dessert.name", "type": "textfield"} | dessert
          {"type": "group", "path": "dessert", "components": [{"key": "order"}]} | dessert
          {"key": "order.soup", "valuesKey": "desserts"} | desserts
          {"key": "order.soup", "conditional": {"hide": "=not(count(desserts) > 0)"}} | desserts
          {"type": "text", "text": "Enjoy {{dessert.name}}!"} | dessert
          {"type": "text", "text": "{{#if dessert}}yes{{/if}}"} | dessert
          {"type": "text", "text": "{{#loop desserts}}{{name}}{{/loop}}"} | desserts
          {"type": "table", "dataSource": "=desserts[sweet = true]", "columns": [{"key": "name"}]} | desserts
          {"type": "group", "components": [{"key": "dessert"}]} | dessert
          """)
  void aVariableThatOnlyAFormKnows(String component, String variable) {
    var form =
        Form.parse(
            "cook-lunch.form",
            """
            {"id": "cook-lunch", "components": [%s, {"type": "text", "text": "Bon appetit"}]}
            """
                .formatted(component));
    var wiring = new Wiring(List.of(Faulty.faultless()), List.of(LUNCH_ORDERED, form), CODE);
    assertThat(wiring.variableFaults())
        .containsExactly(variable + " in cook-lunch.form is no variable of lunch-order.bpmn");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          camunda:formRef="cook-lunch" | camunda:formRef="lunch-ordered" | cookLunch of lunch-order.bpmn shows the form lunch-ordered instead of cook-lunch
          camunda:formRef="cook-lunch" | camunda:formRef="lunch-ordered" | cook-lunch.form is used by no model
          "cook-lunch" | "boil-lunch" | cookLunch of lunch-order.bpmn has no boil-lunch.form
          camunda:formRefBinding="deployment" | camunda:formRefBinding="latest" | lunchOrdered of lunch-order.bpmn does not take the form of its own deployment
          camunda:formRef="cook-lunch" | camunda:formKey="embedded:deployment:forms/cook-lunch.html" | cookLunch of lunch-order.bpmn has no cook-lunch.html
          camunda:formRef="cook-lunch" | camunda:formKey="embedded:deployment:forms/cook-lunch.html" | cook-lunch.form is used by no model
          camunda:formRef="cook-lunch" | camunda:formKey="embedded:app:forms/cook-lunch.html" | cookLunch of lunch-order.bpmn shows embedded:app:forms/cook-lunch.html instead of embedded:deployment:forms/cook-lunch.html
          camunda:formRef="cook-lunch" | camunda:formKey="embedded:deployment:forms/lunch.html" | cookLunch of lunch-order.bpmn shows embedded:deployment:forms/lunch.html instead of embedded:deployment:forms/cook-lunch.html
          camunda:formRef="cook-lunch" | '' | cookLunch of lunch-order.bpmn has no form
          """)
  void aTaskAndAFormThatMissEachOther(String passage, String replacement, String fault) {
    assertThat(wiring(Faulty.with(passage, replacement)).formFaults()).contains(fault);
  }

  @Test
  void aFormWhoseFileIsNamedDifferently() {
    var form = new Form("soup.form", COOK_LUNCH.id(), COOK_LUNCH.variables());
    var wiring = new Wiring(List.of(Faulty.faultless()), List.of(LUNCH_ORDERED, form), CODE);
    assertThat(wiring.formFaults()).containsExactly("soup.form holds the form cook-lunch");
  }

  @Test
  void anEmbeddedFormIsHeldToTheModelAndTheVariablesToo() {
    var form =
        Form.parse(
            "cook-lunch.html",
            """
            <select cam-variable-name="dessert" cam-variable-type="String"></select>
            <script>camForm.variableManager.fetchVariable('pudding'); fetchVariable('order');</script>
            """);
    var key = "camunda:formKey=\"embedded:deployment:forms/cook-lunch.html\"";
    var model = Faulty.with("camunda:formRef=\"cook-lunch\"", key);
    var wiring = new Wiring(List.of(model), List.of(LUNCH_ORDERED, form), CODE);

    assertThat(wiring.formFaults()).isEmpty();
    assertThat(wiring.variableFaults())
        .contains(
            "dessert in cook-lunch.html is no variable of lunch-order.bpmn",
            "pudding in cook-lunch.html is no variable of lunch-order.bpmn");
    assertThat(new Wiring(List.of(Faulty.faultless()), List.of(form), CODE).formFaults())
        .contains("cook-lunch.html is used by no model");
  }

  @Test
  void modelFormsAndCodeThatFitHaveNoFault() {
    var wiring = wiring(Faulty.faultless());
    assertThat(wiring.delegateFaults()).isEmpty();
    assertThat(wiring.nameFaults()).isEmpty();
    assertThat(wiring.variableFaults()).isEmpty();
    assertThat(wiring.formFaults()).isEmpty();
  }

  private static Wiring wiring(Model model) {
    return new Wiring(List.of(model), List.of(LUNCH_ORDERED, COOK_LUNCH), CODE);
  }
}
