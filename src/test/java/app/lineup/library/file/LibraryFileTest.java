package app.lineup.library.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.library.Batch;
import app.lineup.library.History;
import app.lineup.library.Label;
import app.lineup.library.Library;
import app.lineup.library.LibraryChange;
import app.lineup.library.LibrarySource;
import app.lineup.library.LibrarySource.Place;
import app.lineup.library.RuleRow;
import app.lineup.library.Setting;
import app.lineup.library.edits.EditPage;
import app.lineup.library.file.LibraryException.Trouble;
import app.lineup.model.RuleKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class LibraryFileTest {

  private static final List<LibrarySource> SOURCES = List.of(
      new LibrarySource(1, "Mine", Place.FILE, "/lists/ämter 'x'; DROP TABLE source.m3u", true),
      new LibrarySource(2, "東京", Place.URL, "http://host/get.php?username=u&password=p%20w", false),
      new LibrarySource(3, "Sample", Place.SAMPLE, "", true),
      new LibrarySource(4, "Mine", Place.FILE, "/lists/again.m3u", true));
  private static final List<RuleRow> RULES = List.of(
      new RuleRow(5, RuleKind.RULE, "channel_name contains \"ß\" SET\n group_title = \"\uD83D\uDCFA\"", true),
      new RuleRow(6, RuleKind.RULE, "", false),
      new RuleRow(7, RuleKind.EXCLUDE, "x".repeat(100_000), true),
      new RuleRow(8, RuleKind.INCLUDE, "half \uD83D a letter, and \0", false));
  private static final Library FULL =
      new Library(9, SOURCES, RULES, Map.of(Setting.NUMBERS, "KEEP", Setting.RANGES, ""), 4, 12);
  private static final EditPage PAGE = new EditPage(7, 0, new byte[] {1, 2, 3});
  private static final Batch BATCH = new Batch(3, Instant.parse("2026-03-01T20:15:07.123Z"),
      Label.of("rule.text", "a \"b\""),
      List.of(new LibraryChange.Added(SOURCES.get(1), 2), new LibraryChange.Removed(RULES.get(3), 0),
          new LibraryChange.Moved(RULES.get(0), 3, 4),
          new LibraryChange.Changed(RULES.get(0), RULES.get(0).withOn(false)),
          new LibraryChange.SettingChanged(Setting.RANGES, Optional.empty(), Optional.of("")),
          new LibraryChange.EditsChanged(7, true)), OptionalLong.of(4));

  @TempDir
  private Path folder;

  private Opened keptIn(Path at) throws LibraryException {
    try (LibraryFile library = LibraryFile.open(at, false)) {
      return library.opened();
    }
  }

  private void fill() throws LibraryException {
    try (LibraryFile library = LibraryFile.open(folder, false)) {
      library.write(Unwritten.of(FULL, List.of(BATCH), List.of(PAGE)).and(Unwritten.ofNote("room", "RUN"))
          .and(Unwritten.ofNote("ä", "")));
    }
  }

  private Trouble troubleOfOpening() {
    try (LibraryFile library = LibraryFile.open(folder, false)) {
      throw new AssertionError("it was opened and held " + library.opened());
    } catch (LibraryException e) {
      assertThat(e.path().toString()).startsWith(folder.toString());
      return e.trouble();
    }
  }

  @Test
  void aNewOneIsEmpty() throws LibraryException {
    assertThat(keptIn(folder)).isEqualTo(new Opened(Library.EMPTY, History.EMPTY, List.of(), Map.of()));
    assertThat(keptIn(folder)).isEqualTo(new Opened(Library.EMPTY, History.EMPTY, List.of(), Map.of()));
  }

  @Test
  void givesBackWhatItWasGiven() throws LibraryException {
    fill();
    Opened kept = keptIn(folder);
    assertThat(kept).isEqualTo(
        new Opened(FULL, new History(List.of(BATCH), 5), kept.edits(), Map.of("room", "RUN", "ä", "")));
    assertThat(kept.edits()).singleElement().matches(batch -> batch.number() == 7 && !batch.inForce())
        .extracting(batch -> batch.pages().getFirst().packed()).isEqualTo(PAGE.packed());
  }

  @Test
  void whatDidNotChangeStays() throws LibraryException {
    fill();
    var next = new Library(10, List.of(SOURCES.get(3), SOURCES.get(0)), RULES, Map.of(), 4, 13);
    try (LibraryFile library = LibraryFile.open(folder, false)) {
      library.write(Unwritten.of(next, List.of(), List.of()));
      library.write(Unwritten.ofNote("room", "RULES"));
    }
    Opened kept = keptIn(folder);
    assertThat(kept).isEqualTo(
        new Opened(next, new History(List.of(BATCH), 5), kept.edits(), Map.of("room", "RULES", "ä", "")));
  }

  @Test
  void oldBatchesAreForgotten() throws LibraryException {
    try (LibraryFile library = LibraryFile.open(folder, false)) {
      List<Batch> many = LongStream.rangeClosed(1, 1200)
          .mapToObj(id -> new Batch(id, Instant.EPOCH, Label.of("x"), List.of(), OptionalLong.empty())).toList();
      library.write(Unwritten.of(FULL, many, List.of()));
    }
    assertThat(keptIn(folder).history().batches()).hasSize(1000).last().extracting(Batch::id).isEqualTo(1200L);
    assertThat(keptIn(folder).history().next()).isEqualTo(1201);
  }

  @Test
  void whatWasKeptIsInTheFileWhoeverEndsTheProgram() throws LibraryException, IOException {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    try (LibraryFile library = LibraryFile.open(folder, false)) {
      library.write(Unwritten.of(FULL, List.of(), List.of()));
      Files.copy(LibraryFile.file(folder), LibraryFile.file(copy));
    }
    assertThat(keptIn(copy).library()).isEqualTo(FULL);
  }

  @Test
  void aWriteThatFailsChangesNothingAndTheNextOneGoesOn() throws LibraryException, SQLException {
    fill();
    try (LibraryFile library = LibraryFile.open(folder, false)) {
      beside("ALTER TABLE rule RENAME TO away");
      assertThatThrownBy(() -> library.write(Unwritten.of(Library.EMPTY, List.of(), List.of())))
          .isInstanceOfSatisfying(LibraryException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.FAILED));
      beside("ALTER TABLE away RENAME TO rule");
      library.write(Unwritten.ofNote("room", "SOURCES"));
    }
    assertThat(keptIn(folder).library()).isEqualTo(FULL);
    assertThat(keptIn(folder).notes()).containsEntry("room", "SOURCES");
  }

  @Test
  void aDatabaseThatClosedItselfIsOpenedAgain() throws LibraryException, SQLException {
    try (LibraryFile library = LibraryFile.open(folder, false)) {
      beside("SHUTDOWN IMMEDIATELY");
      library.write(Unwritten.of(FULL, List.of(), List.of()));
    }
    assertThat(keptIn(folder).library()).isEqualTo(FULL);
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
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(LibraryFile.file(folder))))
        .isEqualTo("rw-------");
  }

  @Test
  void leavesNothingBesideItsFile() throws LibraryException, IOException {
    fill();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(LibraryFile.file(folder), folder.resolve("library.count"),
          folder.resolve("library.lock"), folder.resolve("library.copy.zip"), folder.resolve("backups"));
    }
  }

  @Test
  void anOlderStateIsSaidAndCanBeTaken() throws LibraryException, IOException {
    Path copy = folder.resolve("copy");
    fill();
    Files.copy(LibraryFile.file(folder), copy);
    try (LibraryFile library = LibraryFile.open(folder, false)) {
      library.write(Unwritten.of(Library.EMPTY, List.of(), List.of()));
    }
    Files.copy(copy, LibraryFile.file(folder), StandardCopyOption.REPLACE_EXISTING);
    assertThat(troubleOfOpening()).isEqualTo(Trouble.OLDER);
    try (LibraryFile library = LibraryFile.open(folder, true)) {
      assertThat(library.opened().library()).isEqualTo(FULL);
    }
    assertThat(keptIn(folder).library()).isEqualTo(FULL);
  }

  @Test
  void aLibraryThatIsGoneBeginsAnew() throws LibraryException, IOException {
    fill();
    Files.delete(LibraryFile.file(folder));
    assertThat(keptIn(folder).library()).isEqualTo(Library.EMPTY);
    assertThat(keptIn(folder).library()).isEqualTo(Library.EMPTY);
  }

  @Test
  void aCountThatCannotBeReadIsNoAlarm() throws LibraryException, IOException {
    fill();
    Files.writeString(folder.resolve("library.count"), "half a n");
    assertThat(keptIn(folder).library()).isEqualTo(FULL);
  }

  @Test
  void aFileOfAnythingElseIsDamaged() throws IOException {
    Files.writeString(LibraryFile.file(folder), "#EXTM3U\n".repeat(2000));
    assertThat(troubleOfOpening()).isEqualTo(Trouble.DAMAGED);
    Files.write(LibraryFile.file(folder), new byte[0]);
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
    byte[] whole = Files.readAllBytes(LibraryFile.file(folder));
    var random = new Random(7);
    int said = 0;
    for (int round = 0; round < 60; round++) {
      byte[] bytes = whole.clone();
      int from = random.nextInt(bytes.length);
      int length = Math.min(bytes.length - from, 1 << random.nextInt(14));
      for (int i = from; i < from + length; i++) {
        bytes[i] = (byte) random.nextInt();
      }
      // The database does not let go of every file that it cannot open, so that each has a folder of its own.
      Path damaged = Files.createDirectory(folder.resolve("round-" + round));
      Files.write(LibraryFile.file(damaged), bytes);
      Files.copy(folder.resolve("library.count"), damaged.resolve("library.count"));
      try {
        assertThat(keptIn(damaged).library().sources()).as("bytes %d to %d", from, from + length).isEqualTo(SOURCES);
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
    for (String name : List.of("library-damaged-2026-03-01-201507.mv.db",
        "library-damaged-2026-03-01-201507-2.mv.db")) {
      Files.write(LibraryFile.file(folder), damaged);
      assertThat(troubleOfOpening()).isEqualTo(Trouble.DAMAGED);
      assertThat(Quarantine.move(folder, now)).isEqualTo(folder.resolve(name)).hasBinaryContent(damaged);
      assertThat(keptIn(folder).library()).isEqualTo(Library.EMPTY);
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
