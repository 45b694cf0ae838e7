package com.customerfocus.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.customerfocus.testing.SeparateProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of an H2 database belongs to one process and one user of the machine. */
class H2FileTests {

  @TempDir private Path folder;

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheProgramsUserReadsTheFile() throws Exception {
    H2File.of(address()).orElseThrow().prepare();
    try (var database = DriverManager.getConnection(address(), "sa", "");
        var statement = database.createStatement()) {
      statement.execute("create table t (id int)");
      assertThat(rights(folder.resolve("data"))).isEqualTo("rwx------");
      assertThat(rights(file())).isEqualTo("rw-------");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileThatIsThereIsClosedForOthersAndItsFolderIsLeftAlone() throws IOException {
    Files.createDirectory(
        folder.resolve("data"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));
    Files.createFile(file());
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

    H2File.of(address()).orElseThrow().prepare();

    assertThat(rights(folder.resolve("data"))).isEqualTo("rwxr-x---");
    assertThat(rights(file())).isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:mem:demo;DB_CLOSE_DELAY=-1",
        "jdbc:h2:tcp://localhost/~/test",
        "jdbc:h2:zip:/a.zip!/test",
        "jdbc:postgresql://db/customerfocus"
      })
  void otherDatabasesHaveNoFileHere(String address) {
    assertThat(H2File.of(address)).isEmpty();
  }

  @Test
  void theFileIsFoundAsH2FindsIt() {
    assertThat(H2File.of("jdbc:h2:file:./data/customer-focus;WRITE_DELAY=0")).isPresent();
    assertThat(H2File.of("jdbc:h2:./data/customer-focus")).isPresent();
    assertThat(H2File.of("jdbc:h2:~/customer-focus")).isPresent();
    assertThat(H2File.of("jdbc:h2:/srv/customer-focus")).isPresent();
  }

  @Test
  void aSecondProcessSaysWhatToDo() throws Exception {
    Files.createDirectory(folder.resolve("data"));
    try (var first = DriverManager.getConnection(address(), "sa", "");
        var second = new SeparateProgram(folder, List.of())) {
      assertThatThrownBy(() -> second.start("admin")).hasMessageContaining("ended at its start");

      assertThat(first.isValid(1)).isTrue();
      assertThat(second.output())
          .contains(
              "Another process has the database open: " + file().toRealPath(),
              "stop the other process",
              "SPRING_PROFILES_ACTIVE=postgres")
          .doesNotContain("\tat ");
      assertThat(second.output().lines().count()).isLessThan(50);
    }
  }

  private Path file() {
    return folder.resolve("data").resolve("customer-focus.mv.db");
  }

  private String address() {
    return "jdbc:h2:file:" + folder.resolve("data").resolve("customer-focus");
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
