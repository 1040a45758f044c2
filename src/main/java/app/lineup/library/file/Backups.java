package app.lineup.library.file;

import app.lineup.files.AtomicMove;
import app.lineup.files.OwnerOnly;
import app.lineup.library.file.LibraryException.Trouble;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The backups of a library: ZIP files of its file, one a day and one before each migration. They hold logins, and only
/// their owner can read them. Not thread-safe; used by the library's thread.
///
/// @param folder where they lie
public record Backups(Path folder) {

  /// How many are kept; the oldest go.
  static final int KEPT = 5;

  private static final Duration DAY = Duration.ofDays(1);
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss")
      .withZone(ZoneOffset.UTC);
  private static final String PREFIX = "library-";
  private static final String ENDING = ".zip";

  /// The backups of the library below `folder`.
  public static Backups in(Path folder) {
    return new Backups(folder.resolve("backups"));
  }

  /// One backup. Immutable.
  ///
  /// @param file where it is
  /// @param at   when it was made
  public record Backup(Path file, Instant at) {}

  /// All that there are, newest first.
  public List<Backup> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Backup> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(file -> at(file).ifPresent(at -> all.add(new Backup(file, at))));
    }
    all.sort(Comparator.comparing(Backup::at).reversed());
    return all;
  }

  /// Reads a backup.
  public static Opened read(Backup backup) throws LibraryException {
    return LibraryCopy.unpacked(backup.file());
  }

  private static Optional<Instant> at(Path file) {
    String name = String.valueOf(file.getFileName());
    if (!name.startsWith(PREFIX) || !name.endsWith(ENDING)) {
      return Optional.empty();
    }
    try {
      return Optional.of(STAMP.parse(name.substring(PREFIX.length(), name.length() - ENDING.length()), Instant::from));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// Makes one if the newest is a day old. A backup that cannot be made stands in nobody's way.
  void daily(Database database, Instant now) {
    try {
      List<Backup> all = all();
      if (all.isEmpty() || all.getFirst().at().plus(DAY).isBefore(now)) {
        make(database, now);
      }
    } catch (IOException | LibraryException e) {
      System.getLogger(Backups.class.getName()).log(System.Logger.Level.WARNING, "no backup was made in " + folder, e);
    }
  }

  /// Makes one of the open library.
  ///
  /// @return its file
  Path make(Database database, Instant now) throws LibraryException {
    return made(now, part -> {
      try {
        database.copyTo(part);
      } catch (SQLException e) {
        throw new IOException(e);
      }
    });
  }

  /// Makes one of a library that is closed.
  void beforeMigration(Path library, Instant now) throws LibraryException {
    made(now, part -> {
      try (OutputStream file = Files.newOutputStream(part, StandardOpenOption.TRUNCATE_EXISTING);
          var zip = new ZipOutputStream(file)) {
        zip.putNextEntry(new ZipEntry(String.valueOf(library.getFileName())));
        Files.copy(library, zip);
        zip.closeEntry();
      }
    });
  }

  private Path made(Instant now, Writer writer) throws LibraryException {
    Path target = folder.resolve(PREFIX + STAMP.format(now) + ENDING);
    Path part = folder.resolve(".part" + ENDING);
    try {
      Files.createDirectories(folder);
      OwnerOnly.restrictFolder(folder);
      Files.deleteIfExists(part);
      Files.createFile(part, OwnerOnly.fileAttributes(part));
      writer.write(part);
      OwnerOnly.restrictFile(part);
      AtomicMove.replace(part, target);
      List<Backup> all = all();
      for (Backup old : all.subList(Math.min(KEPT, all.size()), all.size())) {
        Files.deleteIfExists(old.file());
      }
      return target;
    } catch (IOException e) {
      throw new LibraryException(Trouble.FAILED, target, e);
    }
  }

  @FunctionalInterface
  private interface Writer {
    void write(Path part) throws IOException;
  }
}
