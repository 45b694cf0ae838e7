package com.customerfocus.testing;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The program as a jar, with an archive of its loaded and verified classes (the JVM's class data
 * sharing), which halves the duration of a {@link SeparateProgram}'s start. Made once for the same
 * classes; the tests' processes share it.
 */
final class ProgramArchive {

  private static final Path CLASSES = Path.of("target", "classes");
  private static final Path TEST_CLASSES = Path.of("target", "test-classes").toAbsolutePath();
  private static final Path FOLDER = Path.of("target", "program-archive").toAbsolutePath();
  private static final Path JAR = FOLDER.resolve("program.jar");
  private static final Path ARCHIVE = FOLDER.resolve("program.jsa");

  /** Written last: what the archive was made from. */
  private static final Path SOURCE = FOLDER.resolve("source.txt");

  private static boolean isMade;

  private ProgramArchive() {}

  /**
   * Options of a JVM that starts the program.
   *
   * @param ownClasspath folders whose files the program has instead of, or besides, its own
   */
  static synchronized List<String> options(List<Path> ownClasspath) {
    if (!isMade) {
      make();
      isMade = true;
    }
    // The JVM ignores an archive unless the class path begins as when it was made.
    if (!Files.exists(ARCHIVE) || ownClasspath.stream().anyMatch(ProgramArchive::replacesFiles)) {
      return List.of("-cp", join(Stream.concat(paths(ownClasspath), classpath())));
    }
    return List.of(
        "-XX:SharedArchiveFile=" + ARCHIVE,
        "-cp",
        join(Stream.concat(classpath(), paths(ownClasspath))));
  }

  /** Spring merges what it finds in all folders {@code META-INF}. */
  private static boolean replacesFiles(Path folder) {
    return files(folder)
        .map(folder::relativize)
        .filter(file -> !file.startsWith("META-INF"))
        .anyMatch(file -> Files.exists(CLASSES.resolve(file)));
  }

  private static Stream<String> paths(List<Path> folders) {
    return folders.stream().map(Path::toString);
  }

  /** The tests' class path without their own classes, which the program would pick up. */
  private static Stream<String> classpath() {
    var libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !isFolder(entry, TEST_CLASSES))
            .filter(entry -> !isFolder(entry, CLASSES.toAbsolutePath()));
    return Stream.concat(Stream.of(JAR.toString()), libraries);
  }

  private static boolean isFolder(String entry, Path folder) {
    return Path.of(entry).toAbsolutePath().equals(folder);
  }

  private static String join(Stream<String> entries) {
    return entries.collect(Collectors.joining(File.pathSeparator));
  }

  private static void make() {
    try {
      Files.createDirectories(FOLDER);
      try (var lock =
          FileChannel.open(
              FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock.lock();
        var source = source();
        if (!Files.exists(SOURCE) || !Files.readString(SOURCE).equals(source)) {
          Files.deleteIfExists(SOURCE);
          Files.deleteIfExists(ARCHIVE);
          jar();
          recordClasses();
          Files.writeString(SOURCE, source);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Java runtime, the libraries, and each file of the program with its time and size. */
  private static String source() {
    return Stream.concat(
            Stream.of(System.getProperty("java.vm.version"), join(classpath())),
            files(CLASSES).sorted().map(ProgramArchive::stamp))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<Path> files(Path folder) {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String stamp(Path file) {
    try {
      return "%s %s %d".formatted(file, Files.getLastModifiedTime(file), Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An archive cannot hold classes of a folder. */
  private static void jar() {
    var words = new StringWriter();
    var out = new PrintWriter(words);
    var jar = ToolProvider.findFirst("jar").orElseThrow();
    if (jar.run(out, out, "--create", "--file=" + JAR, "-C", CLASSES.toString(), ".") != 0) {
      throw new IllegalStateException("No jar of %s: %s".formatted(CLASSES, words));
    }
  }

  /**
   * Starts the program once; the JVM writes the archive at its end, except on Windows, where it is
   * not told to end but ended.
   */
  private static void recordClasses() throws IOException {
    var folder = Files.createTempDirectory(FOLDER, "run");
    var options = List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE, "-cp", join(classpath()));
    try (var program =
        new SeparateProgram(
            folder,
            List.of(
                "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID(),
                "customer-focus.administrator.password=secret",
                "customer-focus.accounts.initial-password=secret"),
            options)) {
      program.start("admin");
      program.stop();
    }
    FileSystemUtils.deleteRecursively(folder);
  }
}
