package com.customerfocus.models;

import com.customerfocus.engine.decision.UploadableTable;
import com.customerfocus.engine.variable.Variable;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The code behind models: delegates, other beans and the constants of each process. */
public final class Code {

  private final JavaClasses classes;

  public Code(JavaClasses classes) {
    this.classes = classes;
  }

  /** Delegates by the name of their bean. */
  Map<String, JavaClass> delegates() {
    return classes.stream()
        .filter(type -> type.isAssignableTo(JavaDelegate.class) && !isAbstract(type))
        .collect(Collectors.toMap(Code::beanName, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  private static boolean isAbstract(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.ABSTRACT);
  }

  /** Names of all beans. */
  Set<String> beans() {
    return classes.stream()
        .filter(CanBeAnnotated.Predicates.metaAnnotatedWith(Component.class))
        .filter(type -> !type.isAnnotation())
        .map(Code::beanName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The classes named XxxProcess in a {@code process} package. */
  List<JavaClass> processClasses() {
    return classes.stream()
        .filter(type -> type.getPackageName().endsWith(".process"))
        .filter(type -> type.getSimpleName().endsWith("Process"))
        .filter(type -> type.isTopLevelClass())
        .toList();
  }

  /** The String constants of a process class by name, each an id or a name of the model. */
  static Map<String, String> names(JavaClass processClass) {
    return constants(processClass, String.class).stream()
        .collect(
            Collectors.toMap(
                JavaField::getName, field -> (String) value(field), (a, b) -> a, TreeMap::new));
  }

  /** The ids of the decision tables that capabilities bring. */
  public Set<String> tables() {
    return classes.stream()
        .filter(type -> type.isAssignableTo(UploadableTable.class) && !type.isInterface())
        .map(type -> names(type).get("KEY"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names of the variables a process class declares, with whether code outside reads them. */
  static Map<String, Boolean> variables(JavaClass processClass) {
    return constants(processClass, Variable.class).stream()
        .collect(
            Collectors.toMap(
                field -> ((Variable<?>) value(field)).name(),
                field ->
                    field.getAccessesToSelf().stream()
                        .anyMatch(access -> access.getAccessType() == AccessType.GET),
                (a, b) -> a,
                TreeMap::new));
  }

  /** The values of a class's String constants. */
  public Set<String> texts(Class<?> type) {
    return new TreeSet<>(names(classes.get(type)).values());
  }

  private static List<JavaField> constants(JavaClass type, Class<?> of) {
    return type.getFields().stream()
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .filter(field -> field.getModifiers().contains(JavaModifier.FINAL))
        .filter(field -> field.getRawType().isEquivalentTo(of))
        .toList();
  }

  private static Object value(JavaField constant) {
    try {
      Field field = constant.reflect();
      field.setAccessible(true);
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Spring's default bean name. */
  private static String beanName(JavaClass type) {
    return java.beans.Introspector.decapitalize(type.getSimpleName());
  }
}
