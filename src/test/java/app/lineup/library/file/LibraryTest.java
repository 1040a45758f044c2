package app.lineup.library.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.library.file.KeptRule.Kind;
import app.lineup.library.file.KeptSource.Place;
import app.lineup.library.file.LibraryException.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class LibraryTest {

  private static final List<KeptSource> SOURCES = List.of(
      new KeptSource("Mine", Place.FILE, "/lists/ämter 'x'; DROP TABLE source.m3u"),
      new KeptSource("東京", Place.URL, "http://host/get.php?username=u&password=p%20w"),
      new KeptSource("Sample", Place.SAMPLE, ""),
      new KeptSource("Mine", Place.FILE, "/lists/again.m3u"));
  private static final List<KeptRule> RULES = List.of(
      new KeptRule(Kind.RULE, "channel_name contains \"ß\" SET\n group_title = \"\uD83D\uDCFA\"", true),
      new KeptRule(Kind.RULE, "", false),
      new KeptRule(Kind.EXCLUDE, "x".repeat(100_000), true),
      new KeptRule(Kind.INCLUDE, "half \uD83D a letter, and \0", false));

  @TempDir
  private Path folder;

  private Kept keptIn(Path at) throws LibraryException {
    try (Library library = Library.open(at, false)) {
      return library.kept();
    }
  }

  private void fill() throws LibraryException {
    try (Library library = Library.open(folder, false)) {
      library.keep(new Unwritten(Optional.of(SOURCES), Optional.of(RULES), Map.of("room", "RUN", "ä", "")));
    }
  }

  private Trouble troubleOfOpening() {
    try (Library library = Library.open(folder, false)) {
      throw new AssertionError("it was opened and held " + library.kept());
    } catch (LibraryException e) {
      assertThat(e.path().toString()).startsWith(folder.toString());
      return e.trouble();
    }
  }

  @Test
  void aNewOneIsEmpty() throws LibraryException {
    assertThat(keptIn(folder)).isEqualTo(new Kept(List.of(), List.of(), Map.of()));
    assertThat(keptIn(folder)).isEqualTo(new Kept(List.of(), List.of(), Map.of()));
  }

  @Test
  void givesBackWhatItWasGiven() throws LibraryException {
    fill();
    assertThat(keptIn(folder)).isEqualTo(new Kept(SOURCES, RULES, Map.of("room", "RUN", "ä", "")));
  }

  @Test
  void whatDidNotChangeStays() throws LibraryException {
    fill();
    try (Library library = Library.open(folder, false)) {
      library.keep(Unwritten.ofSources(List.of()));
      library.keep(Unwritten.ofPreference("room", "RULES"));
    }
    assertThat(keptIn(folder)).isEqualTo(new Kept(List.of(), RULES, Map.of("room", "RULES", "ä", "")));
  }

  @Test
  void whatWasKeptIsInTheFileWhoeverEndsTheProgram() throws LibraryException, IOException {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    try (Library library = Library.open(folder, false)) {
      library.keep(Unwritten.ofSources(SOURCES));
      Files.copy(Library.file(folder), Library.file(copy));
    }
    assertThat(keptIn(copy).sources()).isEqualTo(SOURCES);
  }

  @Test
  void aWriteThatFailsChangesNothingAndTheNextOneGoesOn() throws LibraryException, SQLException {
    fill();
    try (Library library = Library.open(folder, false)) {
      beside("ALTER TABLE rule RENAME TO away");
      assertThatThrownBy(() -> library.keep(new Unwritten(Optional.of(List.of()), Optional.of(RULES), Map.of())))
          .isInstanceOfSatisfying(LibraryException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.FAILED));
      beside("ALTER TABLE away RENAME TO rule");
      library.keep(Unwritten.ofPreference("room", "SOURCES"));
    }
    assertThat(keptIn(folder)).isEqualTo(new Kept(SOURCES, RULES, Map.of("room", "SOURCES", "ä", "")));
  }

  @Test
  void aDatabaseThatClosedItselfIsOpenedAgain() throws LibraryException, SQLException {
    try (Library library = Library.open(folder, false)) {
      beside("SHUTDOWN IMMEDIATELY");
      library.keep(Unwritten.ofSources(SOURCES));
    }
    assertThat(keptIn(folder).sources()).isEqualTo(SOURCES);
  }

  /// Does something to the open database: within one process there may be a second connection.
  private void beside(String sql) throws SQLException {
    try (var second = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("library"));
        var statement = second.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyElseReadsIt() throws LibraryException, IOException {
    fill();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Library.file(folder)))).isEqualTo("rw-------");
  }

  @Test
  void leavesNothingBesideItsFile() throws LibraryException, IOException {
    fill();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(Library.file(folder), folder.resolve("library.count"));
    }
  }

  @Test
  void anOlderStateIsSaidAndCanBeTaken() throws LibraryException, IOException {
    Path copy = folder.resolve("copy");
    fill();
    Files.copy(Library.file(folder), copy);
    try (Library library = Library.open(folder, false)) {
      library.keep(Unwritten.ofSources(List.of()));
    }
    Files.copy(copy, Library.file(folder), StandardCopyOption.REPLACE_EXISTING);
    assertThat(troubleOfOpening()).isEqualTo(Trouble.OLDER);
    try (Library library = Library.open(folder, true)) {
      assertThat(library.kept().sources()).isEqualTo(SOURCES);
    }
    assertThat(keptIn(folder).sources()).isEqualTo(SOURCES);
  }

  @Test
  void aLibraryThatIsGoneBeginsAnew() throws LibraryException, IOException {
    fill();
    Files.delete(Library.file(folder));
    assertThat(keptIn(folder).sources()).isEmpty();
    assertThat(keptIn(folder).sources()).isEmpty();
  }

  @Test
  void aCountThatCannotBeReadIsNoAlarm() throws LibraryException, IOException {
    fill();
    Files.writeString(folder.resolve("library.count"), "half a n");
    assertThat(keptIn(folder).sources()).isEqualTo(SOURCES);
  }

  @Test
  void aFileOfAnythingElseIsDamaged() throws IOException {
    Files.writeString(Library.file(folder), "#EXTM3U\n".repeat(2000));
    assertThat(troubleOfOpening()).isEqualTo(Trouble.DAMAGED);
    Files.write(Library.file(folder), new byte[0]);
    assertThat(troubleOfOpening()).isEqualTo(Trouble.DAMAGED);
  }

  @Test
  void aDatabaseOfAnythingElseIsDamaged() throws SQLException {
    try (var other = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("library"))) {
      assertThat(other.isValid(1)).isTrue();
    }
    assertThat(troubleOfOpening()).isEqualTo(Trouble.DAMAGED);
  }

  /// Wherever bytes are overwritten: either all is still there, or it is said.
  @Test
  void overwrittenBytesNeverGiveLessWithoutAWord() throws LibraryException, IOException {
    fill();
    byte[] whole = Files.readAllBytes(Library.file(folder));
    var random = new Random(7);
    int said = 0;
    for (int round = 0; round < 60; round++) {
      byte[] bytes = whole.clone();
      int from = random.nextInt(bytes.length);
      int length = Math.min(bytes.length - from, 1 << random.nextInt(14));
      for (int i = from; i < from + length; i++) {
        bytes[i] = (byte) random.nextInt();
      }
      Files.write(Library.file(folder), bytes);
      try {
        assertThat(keptIn(folder).sources()).as("bytes %d to %d", from, from + length).isEqualTo(SOURCES);
      } catch (LibraryException e) {
        assertThat(e.trouble()).isIn(Trouble.DAMAGED, Trouble.OLDER);
        said++;
      }
    }
    assertThat(said).isPositive();
  }

  @Test
  void aDamagedOneIsKeptAsideAsItWasFound() throws IOException, LibraryException {
    byte[] damaged = "no library".repeat(1000).getBytes(StandardCharsets.UTF_8);
    LocalDateTime now = LocalDateTime.of(2026, 3, 1, 20, 15, 7);
    for (String name : List.of("library-damaged-2026-03-01-201507.mv.db", "library-damaged-2026-03-01-201507-2.mv.db")) {
      Files.write(Library.file(folder), damaged);
      assertThat(troubleOfOpening()).isEqualTo(Trouble.DAMAGED);
      assertThat(Quarantine.move(folder, now)).isEqualTo(folder.resolve(name)).hasBinaryContent(damaged);
      assertThat(keptIn(folder).sources()).isEmpty();
    }
  }

  @Test
  void aFolderThatCannotBeUsedIsSaid() throws IOException {
    folder = Files.createDirectory(folder.resolve("a;b"));
    assertThat(troubleOfOpening()).isEqualTo(Trouble.SEMICOLON);
    folder = folder.resolveSibling("none");
    assertThat(troubleOfOpening()).isEqualTo(Trouble.NO_FOLDER);
    folder = Files.writeString(folder.resolveSibling("file"), "");
    assertThat(troubleOfOpening()).isEqualTo(Trouble.NO_FOLDER);
  }
}
