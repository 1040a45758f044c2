package app.lineup.library.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lineup.library.file.LibraryException.Trouble;
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

  private static final String STEP_2 = """
      ALTER TABLE source ADD COLUMN IF NOT EXISTS refreshed TIMESTAMP;
      UPDATE preference SET setting = 'PUBLISH' WHERE setting = 'RUN'
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
        INSERT INTO preference VALUES ('room', 'RUN')
        """);
  }

  private static List<String> withStep2() {
    List<String> steps = new ArrayList<>(Schema.ofProgram().steps());
    steps.add(STEP_2);
    return steps;
  }

  @Test
  void aLibraryOfTheFirstVersionIsRead() throws SQLException, LibraryException {
    makeVersion1();
    try (Library library = Library.open(folder, false)) {
      assertThat(library.kept()).isEqualTo(new Kept(
          List.of(new KeptSource("One", KeptSource.Place.FILE, "/lists/1.m3u"),
              new KeptSource("Two", KeptSource.Place.URL, "http://host/2"),
              new KeptSource("Sample", KeptSource.Place.SAMPLE, "")),
          List.of(new KeptRule(KeptRule.Kind.RULE, "REMOVE", true), new KeptRule(KeptRule.Kind.INCLUDE, "x", false),
              new KeptRule(KeptRule.Kind.EXCLUDE, "y", true)),
          Map.of("room", "RUN")));
    }
  }

  @Test
  void anOlderLibraryIsBroughtToTheNewestVersionOnce() throws SQLException, LibraryException {
    makeVersion1();
    for (int start = 0; start < 2; start++) {
      try (Library library = Library.open(folder, new Schema(withStep2()), false)) {
        assertThat(library.kept().sources()).hasSize(3);
        assertThat(library.kept().preferences()).containsEntry("room", start == 0 ? "PUBLISH" : "RUN");
        library.keep(Unwritten.ofPreference("room", "RUN"));
      }
    }
    run("SELECT refreshed FROM source");
  }

  @Test
  void aStepThatWasCutShortIsDoneAgain() throws SQLException, LibraryException {
    makeVersion1();
    run("ALTER TABLE source ADD COLUMN refreshed TIMESTAMP");
    try (Library library = Library.open(folder, new Schema(withStep2()), false)) {
      assertThat(library.kept().preferences()).containsEntry("room", "PUBLISH");
    }
  }

  @Test
  void aLibraryOfANewerProgramIsLeftAlone() throws SQLException, LibraryException {
    makeVersion1();
    Library.open(folder, new Schema(withStep2()), false).close();
    assertThatThrownBy(() -> Library.open(folder, false))
        .isInstanceOfSatisfying(LibraryException.class, e -> assertThat(e.trouble()).isEqualTo(Trouble.TOO_NEW));
    Library.open(folder, new Schema(withStep2()), false).close();
  }

  @Test
  void theStepsOfTheProgramCanBeDoneTwice() throws SQLException {
    for (String step : Schema.ofProgram().steps()) {
      run(step);
      run(step);
    }
  }
}
