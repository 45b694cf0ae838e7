package com.customerfocus.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Architecture rules of a house whose capabilities are the packages directly below its root
 * package.
 */
public final class HouseRules {

  private static final Set<String> INJECTIONS = Set.of("Autowired", "Value", "Inject", "Resource");

  /** Names of business rules and values; a room adds its own by such a name. */
  private static final String PLAIN =
      ".*\\.(\\w*(Rules|Path|Plan|Schedule|Circle|Calendar|Amount)|Actor|Receipt|Substitution)";

  private static final int MOST_CLASSES = 25;

  private final String root;

  public HouseRules(String root) {
    this.root = root;
  }

  /**
   * The engine is past its last community release: replacing it must stay a change of few rooms.
   */
  public ArchRule onlyProcessAndEngineKnowTheEngine() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(root + "..process..", root + ".engine..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.camunda..");
  }

  public ArchRule onlyEngineKnowsTheEnginesInside() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".engine..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.camunda..impl..");
  }

  /** Nested rooms, too: every package that is no process and no web package itself. */
  public ArchRule capabilitiesKnowNeitherTheirProcessNorTheirPages() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(root + "..process..", root + "..web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(root + "..process..", root + "..web..");
  }

  /**
   * A room is a package with its process and its pages. Each package below the root is a room,
   * nested ones, too. With the rule above no two packages know each other either.
   */
  public ArchRule roomsHaveNoCycles() {
    return slices().assignedFrom(new Rooms(root)).should().beFreeOfCycles();
  }

  public ArchRule processesKnowNoPages() {
    return strangers("process", "web");
  }

  public ArchRule pagesKnowNoProcesses() {
    return strangers("web", "process");
  }

  private ArchRule strangers(String room, String other) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".." + other + "..")
        .allowEmptyShould(true);
  }

  /**
   * Checked with the tests: a class that a test of another package needs must stay public.
   *
   * @param program classes that need a reason to be public
   */
  public ArchRule classesArePublicOnlyForOtherPackages(JavaClasses program) {
    return classes()
        .that(describe("belong to the program", type -> program.contain(type.getName())))
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .and()
        .resideOutsideOfPackage(root)
        .should(new BeNeededByAnotherPackage());
  }

  public ArchRule delegatesAreThin() {
    return classes()
        .that()
        .areAssignableTo(JavaDelegate.class)
        .should()
        .bePackagePrivate()
        .andShould()
        .resideInAPackage(root + "..process..")
        .andShould()
        .haveSimpleNameEndingWith("Delegate")
        .andShould(new RunStraight())
        .andShould(new CallOneService(root))
        .allowEmptyShould(true);
  }

  public ArchRule delegatesLeaveTablesAndEngineAlone() {
    return noClasses()
        .that()
        .areAssignableTo(JavaDelegate.class)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
                .or(nameMatching("org\\.camunda\\.bpm\\.engine\\.\\w+Service")))
        .allowEmptyShould(true);
  }

  /** Only the application class, which creates the clock, reads the system's. */
  public ArchRule timeComesFromTheClock() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root)
        .should()
        .accessTargetWhere(describe("the system says what time it is", HouseRules::readsTheTime));
  }

  private static boolean readsTheTime(JavaAccess<?> access) {
    var owner = access.getTargetOwner();
    var name = access.getName();
    if (owner.isEquivalentTo(Clock.class)) {
      return name.startsWith("system") || name.startsWith("tick") && !name.equals("tick");
    }
    return owner.getPackageName().startsWith("java.time") && name.equals("now") && !hasClock(access)
        || owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis")
        || owner.isAssignableTo(Calendar.class) && name.equals("getInstance")
        || owner.isEquivalentTo(Date.class)
            && name.equals("<init>")
            && parameters(access).isEmpty();
  }

  private static boolean hasClock(JavaAccess<?> access) {
    return parameters(access).stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static List<JavaClass> parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        ? target.getRawParameterTypes()
        : List.of();
  }

  public ArchRule nothingIsInjectedIntoFields() {
    return noFields()
        .should()
        .beMetaAnnotatedWith(
            describe(
                "injection",
                annotation -> INJECTIONS.contains(annotation.getRawType().getSimpleName())));
  }

  public ArchRule nothingIsPrinted() {
    return NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
  }

  /** Java and Spring have other notions of blank than each other and than {@code Texts}. */
  public ArchRule blanksAreJudgedInOnePlace() {
    return noClasses()
        .that()
        .doNotHaveSimpleName("Texts")
        .should()
        .accessTargetWhere(
            describe(
                "blanks are judged otherwise",
                access ->
                    Set.of("isBlank", "strip", "trim").contains(access.getName())
                            && access.getTargetOwner().isEquivalentTo(String.class)
                        || Set.of("hasText", "hasLength").contains(access.getName())
                            && access.getTargetOwner().getSimpleName().equals("StringUtils")));
  }

  public ArchRule nothingSleeps() {
    return noClasses()
        .should()
        .accessTargetWhere(
            describe(
                "time is slept away",
                access ->
                    access.getName().equals("sleep")
                            && access.getTargetOwner().getPackageName().startsWith("java.")
                        || access.getName().startsWith("park")
                            && access.getTargetOwner().getSimpleName().equals("LockSupport")
                        || access.getName().equals("waitForTimeout")));
  }

  /** Rules of the business are tried with nothing started. */
  public ArchRule rulesArePlain() {
    return noClasses()
        .that()
        .haveNameMatching(PLAIN)
        .and()
        .resideOutsideOfPackage(root + ".engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "org.camunda..", "java.sql..", "javax.sql..");
  }

  public ArchRule roomsAreSmall() {
    return classes()
        .that()
        .areTopLevelClasses()
        .and()
        .doNotHaveSimpleName("package-info")
        .should(new HaveSmallRooms(MOST_CLASSES));
  }

  public ArchRule componentsHaveFewCollaborators() {
    return classes()
        .that()
        .areMetaAnnotatedWith(Component.class)
        .should(new HaveFewCollaborators());
  }

  /** A new capability edits no shared room: it brings its grants and addresses as beans. */
  public ArchRule sharedRoomsNameNoCapability(JavaClasses program) {
    var capabilities =
        program.stream()
            .map(JavaClass::getPackageName)
            .filter(room -> room.startsWith(root + ".") && room.endsWith(".process"))
            .map(room -> room.substring(root.length() + 1).replaceFirst("\\..*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
    return classes()
        .that()
        .resideInAnyPackage(root + ".access..", root + ".engine..")
        .and()
        .areTopLevelClasses()
        .should(new NameNoCapability(capabilities));
  }
}
