package com.customerfocus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.customerfocus.organization.changes.ChangedField;
import com.customerfocus.promise.PromiseEvent;
import com.customerfocus.promise.PromiseState;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The words people read, held together across languages and templates. */
class MessagesTests {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");
  private static final Pattern KEY_IN_TEMPLATE =
      Pattern.compile("(?:#\\{|\\.(?:html|msg|time)\\(')([a-z][a-z0-9.-]*)");

  private static final Pattern REFUSAL_IN_CODE = Pattern.compile("\"(refusal\\.[a-z0-9.-]+)\"");

  private final Properties english = words("messages.properties");
  private final Properties spanish = words("messages_es.properties");

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (var key : english.stringPropertyNames()) {
      assertThat(placeholders(spanish.getProperty(key)))
          .as(key)
          .isEqualTo(placeholders(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"messages.properties", "messages_es.properties"})
  void noMessageIsEmptyOrLosesItsPlaceholdersToAnApostrophe(String file) {
    words(file)
        .forEach(
            (key, message) -> {
              assertThat(message.toString()).as(key.toString()).isNotBlank();
              if (!placeholders(message.toString()).isEmpty()) {
                assertThat(message.toString()).as(key.toString()).doesNotContain("'");
              }
            });
  }

  /** Of two messages with the same key only the later one would be read. */
  @ParameterizedTest
  @ValueSource(strings = {"messages.properties", "messages_es.properties"})
  void eachKeyIsThereOnce(String file) throws IOException {
    var keys =
        new ClassPathResource(file)
            .getContentAsString(UTF_8)
            .lines()
            .filter(line -> line.matches("[a-z][^=\\s]*=.*"))
            .map(line -> line.substring(0, line.indexOf('=')))
            .toList();

    assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void everyWordATemplateNamesExists() throws IOException {
    for (var template : templates("**")) {
      assertThat(keysIn(template))
          .as(template.getFilename())
          .allMatch(
              // A key that ends with a dot goes on with the name of a constant.
              key ->
                  key.endsWith(".")
                      ? english.stringPropertyNames().stream().anyMatch(it -> it.startsWith(key))
                      : english.containsKey(key));
    }
  }

  @Test
  void everyWordForFormsIsNamedByATemplate() throws IOException {
    var named = new TreeSet<String>();
    for (var template : templates("form")) {
      named.addAll(keysIn(template));
    }
    assertThat(english.stringPropertyNames())
        .filteredOn(key -> key.startsWith("form."))
        .isNotEmpty()
        .allMatch(
            key ->
                named.contains(key) || named.contains(key.substring(0, key.lastIndexOf('.') + 1)));
  }

  @Test
  void everyConstantThatATemplateShowsHasAWord() {
    assertThat(english.stringPropertyNames())
        .containsAll(keys("form.commitments.", PromiseState.values()))
        .containsAll(keys("form.promise.event.", PromiseEvent.Kind.values()))
        .containsAll(keys("form.import.field.", ChangedField.values()));
  }

  private static List<String> keys(String prefix, Enum<?>... constants) {
    return Arrays.stream(constants).map(constant -> prefix + constant.name()).toList();
  }

  private static Resource[] templates(String folder) throws IOException {
    return new PathMatchingResourcePatternResolver()
        .getResources("classpath:templates/%s/*.html".formatted(folder));
  }

  private static List<String> keysIn(Resource template) throws IOException {
    return KEY_IN_TEMPLATE
        .matcher(template.getContentAsString(UTF_8))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void everyRefusalThatTheCodeNamesExistsAndIsUsed() throws IOException {
    var named = new TreeSet<String>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        var keys = REFUSAL_IN_CODE.matcher(Files.readString(file));
        while (keys.find()) {
          named.add(keys.group(1));
        }
      }
    }
    assertThat(named).hasSizeGreaterThan(50);
    assertThat(english.stringPropertyNames().stream().filter(key -> key.startsWith("refusal.")))
        .containsExactlyInAnyOrderElementsOf(named);
  }

  private static TreeSet<String> placeholders(String message) {
    var found = new TreeSet<String>();
    var matcher = PLACEHOLDER.matcher(message);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private static Properties words(String file) {
    var words = new Properties();
    try (var reader = new InputStreamReader(new ClassPathResource(file).getInputStream(), UTF_8)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
