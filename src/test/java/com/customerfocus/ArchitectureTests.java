package com.customerfocus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.customerfocus.architecture.HouseRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.util.HtmlUtils;

/** Holds the program to the rules of the house. */
class ArchitectureTests {

  private static final HouseRules RULES = new HouseRules("com.customerfocus");
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("com.customerfocus");
  private static final JavaClasses PROGRAM_AND_TESTS =
      new ClassFileImporter().importPackages("com.customerfocus");

  @Test
  void onlyProcessPackagesAndTheEngineRoomKnowTheEngine() {
    RULES.onlyProcessAndEngineKnowTheEngine().check(PROGRAM);
    RULES.onlyEngineKnowsTheEnginesInside().check(PROGRAM);
  }

  @Test
  void capabilitiesMeetThroughTheirRootPackagesAndWithoutCycles() {
    RULES.capabilitiesKnowNeitherTheirProcessNorTheirPages().check(PROGRAM);
    RULES.processesKnowNoPages().check(PROGRAM);
    RULES.pagesKnowNoProcesses().check(PROGRAM);
    RULES.roomsHaveNoCycles().check(PROGRAM);
    ApplicationModules.of(CustomerFocusApplication.class).verify();
  }

  @Test
  void classesArePublicOnlyWhereAnotherPackageNeedsThem() {
    RULES.classesArePublicOnlyForOtherPackages(PROGRAM).check(PROGRAM_AND_TESTS);
  }

  @Test
  void delegatesReadVariablesCallOneServiceAndWriteVariables() {
    RULES.delegatesAreThin().check(PROGRAM);
    RULES.delegatesLeaveTablesAndEngineAlone().check(PROGRAM);
  }

  @Test
  void rulesOfTheBusinessArePlainObjects() {
    RULES.rulesArePlain().check(PROGRAM);
  }

  @Test
  void roomsAndServicesAreSmall() {
    RULES.roomsAreSmall().check(PROGRAM);
    RULES.componentsHaveFewCollaborators().check(PROGRAM);
  }

  @Test
  void sharedRoomsNameNoCapability() {
    RULES.sharedRoomsNameNoCapability(PROGRAM).check(PROGRAM);
  }

  @Test
  void whatTimeItIsComesFromTheClock() {
    RULES.timeComesFromTheClock().check(PROGRAM);
  }

  @Test
  void onlyTheRoomOfTextsEscapesHtml() {
    noClasses()
        .that()
        .resideOutsideOfPackage("com.customerfocus.text..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(HtmlUtils.class)
        .check(PROGRAM);
  }

  @Test
  void blanksAreJudgedInOnePlace() {
    RULES.blanksAreJudgedInOnePlace().check(PROGRAM);
  }

  @Test
  void nothingIsInjectedIntoFieldsNothingPrintsAndNothingSleeps() {
    RULES.nothingIsInjectedIntoFields().check(PROGRAM_AND_TESTS);
    RULES.nothingIsPrinted().check(PROGRAM_AND_TESTS);
    RULES.nothingSleeps().check(PROGRAM_AND_TESTS);
  }
}
