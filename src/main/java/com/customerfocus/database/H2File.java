package com.customerfocus.database;

import com.customerfocus.support.InvalidSettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Prepares the file of an H2 database before H2 opens it: only the program's own user may read it,
 * and no other process has it open.
 */
class H2File {

  private static final Pattern ADDRESS =
      Pattern.compile("jdbc:h2:(?:file:)?((?:~|\\.{1,2})?/[^;]+)(?:;.*)?");

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path file;

  private H2File(Path file) {
    this.file = file;
  }

  /** Empty for a database in memory or on a server. */
  static Optional<H2File> of(String jdbcUrl) {
    var address = ADDRESS.matcher(jdbcUrl == null ? "" : jdbcUrl);
    if (!address.matches()) {
      return Optional.empty();
    }
    var name = address.group(1).replaceFirst("^~", System.getProperty("user.home"));
    return Optional.of(new H2File(Path.of(name + ".mv.db").toAbsolutePath().normalize()));
  }

  /**
   * @throws InvalidSettingException when another process has it open
   */
  void prepare() {
    try {
      // An existing folder keeps its permissions.
      Files.createDirectories(file.getParent(), rights("rwx------"));
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        // H2 treats an empty file as a new database.
        Files.createFile(file, rights("rw-------"));
      } else if (POSIX) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
      checkThatItIsFree();
    } catch (IOException e) {
      throw new UncheckedIOException("The file of the database cannot be made ready: " + file, e);
    }
  }

  private static FileAttribute<?>[] rights(String rights) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  private void checkThatItIsFree() throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      if (lock == null) {
        throw inUse();
      }
    } catch (OverlappingFileLockException e) {
      throw inUse();
    }
  }

  private InvalidSettingException inUse() {
    return new InvalidSettingException(
        "Another process has the database open: %s.".formatted(file),
        """
        An H2 database is for one process. Either

            stop the other process, another start of this program or a database tool, first, or
            start this one in another folder, for a database of its own, or
            run several nodes on PostgreSQL: SPRING_PROFILES_ACTIVE=postgres.\
        """);
  }
}
