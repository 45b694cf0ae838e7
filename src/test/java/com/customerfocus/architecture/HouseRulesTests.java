package com.customerfocus.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** Each rule finds exactly the classes that break it, in a house that breaks all rules. */
class HouseRulesTests {

  private static final HouseRules RULES = new HouseRules("fixture.house");
  private static final JavaClasses HOUSE = new ClassFileImporter().importPackages("fixture.house");

  @Test
  void aStrangerToTheEngineThatKnowsIt() {
    assertThat(breaking(RULES.onlyProcessAndEngineKnowTheEngine()))
        .containsExactlyInAnyOrder("KnowsTheEngine", "LostDelegate");
  }

  @Test
  void aProcessThatKnowsTheEnginesInside() {
    assertThat(breaking(RULES.onlyEngineKnowsTheEnginesInside()))
        .containsExactly("KnowsTheEnginesInside");
  }

  @Test
  void aCapabilityThatKnowsItsProcessOrItsPages() {
    assertThat(breaking(RULES.capabilitiesKnowNeitherTheirProcessNorTheirPages()))
        .containsExactlyInAnyOrder(
            "KnowsItsProcess",
            "KnowsItsPages",
            "KnowsTheProcessFromANestedRoom",
            "EntersThroughTheBackDoor");
  }

  @Test
  void aRoomAndItsNestedRoomThatKnowEachOther() {
    assertThat(RULES.roomsHaveNoCycles().evaluate(HOUSE).getFailureReport().getDetails())
        .singleElement()
        .asString()
        .contains("Slice kitchen", "Slice kitchen.oven", "KnowsItsOven", "HeatsTheKitchen");
  }

  @Test
  void aProcessThatKnowsPages() {
    assertThat(breaking(RULES.processesKnowNoPages())).containsExactly("KnowsThePages");
  }

  @Test
  void aPageThatKnowsAProcess() {
    assertThat(breaking(RULES.pagesKnowNoProcesses())).containsExactly("KnowsTheProcess");
  }

  @Test
  void aCapabilityThatEntersAnotherThroughTheBackDoor() {
    var modules = ApplicationModules.of("fixture.house", location -> true);
    assertThatThrownBy(modules::verify)
        .isInstanceOf(Violations.class)
        .hasMessageContaining("EntersThroughTheBackDoor");
  }

  @Test
  void aClassThatIsPublicWithoutNeed() {
    assertThat(breaking(RULES.classesArePublicOnlyForOtherPackages(HOUSE)))
        .containsExactlyInAnyOrder(
            "IsPublicWithoutNeed", "IsPublicForItsNeighbour", "PublicDelegate");
  }

  @Test
  void aDelegateThatIsMoreThanAStep() {
    assertThat(breaking(RULES.delegatesAreThin()))
        .containsExactlyInAnyOrder(
            "BranchingDelegate",
            "LoopingDelegate",
            "ChoosingDelegate",
            "StreamingDelegate",
            "LongDelegate",
            "IdleDelegate",
            "BusyDelegate",
            "PublicDelegate",
            "Misnamed",
            "LostDelegate");
  }

  @Test
  void aDelegateThatReachesForTablesOrTheEngine() {
    assertThat(breaking(RULES.delegatesLeaveTablesAndEngineAlone()))
        .containsExactlyInAnyOrder("QueryingDelegate", "CommandingDelegate");
  }

  @Test
  void aClassThatAsksTheSystemForTheTime() {
    assertThat(breaking(RULES.timeComesFromTheClock()))
        .containsExactlyInAnyOrder(
            "ReadsTheSystemsInstant",
            "ReadsTheSystemsDay",
            "ReadsTheSystemsDayInItsZone",
            "ReadsTheSystemsDate",
            "ReadsTheSystemsMillis",
            "MakesItsOwnClock");
  }

  @Test
  void aClassWithAnInjectedField() {
    assertThat(breaking(RULES.nothingIsInjectedIntoFields()))
        .containsExactlyInAnyOrder(
            "HasItsFieldAutowired", "HasItsFieldValued", "HasItsPortInjected");
  }

  @Test
  void aClassThatPrints() {
    assertThat(breaking(RULES.nothingIsPrinted()))
        .containsExactlyInAnyOrder("Prints", "PrintsErrors");
  }

  @Test
  void aClassThatHasItsOwnNotionOfBlank() {
    assertThat(breaking(RULES.blanksAreJudgedInOnePlace()))
        .containsExactlyInAnyOrder("StripsDough", "TakesNoBreakSpacesForText");
  }

  @Test
  void aClassThatSleeps() {
    assertThat(breaking(RULES.nothingSleeps()))
        .containsExactlyInAnyOrder("Sleeps", "SleepsByTheUnit", "SleepsInTheBrowser");
  }

  @Test
  void aRuleThatReadsTables() {
    assertThat(breaking(RULES.rulesArePlain())).containsExactly("QueryingMealPlan");
  }

  @Test
  void aRoomOfTooManyClasses() {
    assertThat(RULES.roomsAreSmall().evaluate(HOUSE).getFailureReport().getDetails())
        .containsExactly("Package <fixture.house.kitchen> has 26 classes");
  }

  @Test
  void aServiceThatAsksTooManyOthers() {
    assertThat(breaking(RULES.componentsHaveFewCollaborators()))
        .containsExactly("HasSevenCollaborators");
  }

  @Test
  void aSharedRoomThatNamesACapability() {
    assertThat(breaking(RULES.sharedRoomsNameNoCapability(HOUSE)))
        .containsExactly("NamesACapability");
  }

  /** Simple names of the classes that the rule reports. */
  private static Set<String> breaking(ArchRule rule) {
    return rule.evaluate(HOUSE).getFailureReport().getDetails().stream()
        .map(detail -> detail.substring(detail.indexOf('<') + 1, detail.indexOf('>')))
        .map(
            culprit ->
                HOUSE.stream()
                    .map(JavaClass::getName)
                    .filter(name -> (culprit + ".").startsWith(name + "."))
                    .map(name -> name.substring(name.lastIndexOf('.') + 1))
                    .findFirst()
                    .orElse(culprit))
        .collect(Collectors.toSet());
  }
}
