package app.lineup.library.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.library.Library;
import app.lineup.library.LibrarySource;
import app.lineup.library.RuleRow;
import app.lineup.library.Setting;
import app.lineup.library.file.LibraryException.Trouble;
import app.lineup.model.RuleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaTest {

  private static final String STEP_3 = """
      ALTER TABLE source ADD COLUMN refreshed TIMESTAMP;
      UPDATE note SET note = 'PUBLISH' WHERE note = 'RUN'
      """;

  @TempDir
  private Path folder;

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("library"));
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = connect(); var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// A library as the first version made it, in that version's own words: these never change.
  private void makeVersion1() throws SQLException {
    run("""
        CREATE TABLE schema (number INT NOT NULL, writes BIGINT DEFAULT 0 NOT NULL);
        CREATE TABLE source (position INT PRIMARY KEY, name VARCHAR NOT NULL, place VARCHAR(8) NOT NULL, location VARCHAR NOT NULL);
        CREATE TABLE rule (position INT PRIMARY KEY, kind VARCHAR(8) NOT NULL, text VARCHAR NOT NULL, active BOOLEAN NOT NULL);
        CREATE TABLE preference (name VARCHAR PRIMARY KEY, setting VARCHAR NOT NULL);
        INSERT INTO schema VALUES (1, 5);
        INSERT INTO source VALUES (1, 'Two', 'URL', 'http://host/2'), (0, 'One', 'FILE', '/lists/1.m3u'), (2, 'Sample', 'SAMPLE', '');
        INSERT INTO rule VALUES (0, 'RULE', 'REMOVE', TRUE), (1, 'INCLUDE', 'x', FALSE), (2, 'EXCLUDE', 'y', TRUE);
        INSERT INTO preference VALUES ('room', 'RUN'), ('numbers', 'KEEP')
        """);
  }

  private static List<String> withStep3() {
    List<String> steps = new ArrayList<>(Schema.ofProgram().steps());
    steps.add(STEP_3);
    return steps;
  }

  @Test
  void aLibraryOfTheFirstVersionIsBroughtToThisOneAndBackedUp() throws SQLException, LibraryException, IOException {
    makeVersion1();
    try (LibraryFile library = LibraryFile.open(folder, false)) {
      assertThat(library.opened().library()).isEqualTo(new Library(0,
          List.of(new LibrarySource(1, "One", LibrarySource.Place.FILE, "/lists/1.m3u", true),
              new LibrarySource(2, "Two", LibrarySource.Place.URL, "http://host/2", true),
              new LibrarySource(3, "Sample", LibrarySource.Place.SAMPLE, "", true)),
          List.of(new RuleRow(4, RuleKind.RULE, "REMOVE", true), new RuleRow(5, RuleKind.INCLUDE, "x", false),
              new RuleRow(6, RuleKind.EXCLUDE, "y", true)),
          Map.of(Setting.NUMBERS, "KEEP"), 0, 7));
      assertThat(library.opened().notes()).isEqualTo(Map.of("room", "RUN"));
    }
    assertThat(Backups.in(folder).all()).isNotEmpty();
  }

  @Test
  void anOlderLibraryIsBroughtToTheNewestVersionOnce() throws SQLException, LibraryException {
    makeVersion1();
    for (int start = 0; start < 2; start++) {
      try (LibraryFile library = LibraryFile.open(folder, new Schema(withStep3()), false)) {
        assertThat(library.opened().library().sources()).hasSize(3);
        assertThat(library.opened().notes()).containsEntry("room", start == 0 ? "PUBLISH" : "RUN");
        library.write(Unwritten.ofNote("room", "RUN"));
      }
    }
    run("SELECT refreshed FROM source");
  }

  @Test
  void aMigrationThatFailsLeavesTheLibraryAsItWas() throws SQLException, IOException {
    makeVersion1();
    List<String> steps = new ArrayList<>(Schema.ofProgram().steps());
    steps.add("UPDATE note SET note = 'x'; ALTER TABLE nowhere ADD COLUMN x INT");
    assertThatThrownBy(() -> LibraryFile.open(folder, new Schema(steps), false)).isInstanceOf(LibraryException.class);
    assertThat(folder.resolve("library.new.mv.db")).doesNotExist();
    run("SELECT setting FROM preference");
  }

  @Test
  void aNewLibraryThatWasCutShortIsMadeAnew() throws LibraryException, IOException {
    Files.writeString(folder.resolve("library.new.mv.db"), "half a library");
    try (LibraryFile library = LibraryFile.open(folder, false)) {
      assertThat(library.opened().library()).isEqualTo(Library.EMPTY);
    }
    assertThat(folder.resolve("library.new.mv.db")).doesNotExist();
  }

  @Test
  void aLibraryOfANewerProgramIsLeftAlone() throws SQLException, LibraryException {
    makeVersion1();
    LibraryFile.open(folder, new Schema(withStep3()), false).close();
    assertThatThrownBy(() -> LibraryFile.open(folder, false))
        .isInstanceOfSatisfying(LibraryException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.TOO_NEW));
    LibraryFile.open(folder, new Schema(withStep3()), false).close();
  }
}
