package app.lineup.library.file;

import app.lineup.library.file.LibraryException.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

/// The versions of the tables, each a step from the one before. Immutable.
///
/// The database commits each change of a table by itself, so that a step that was cut short is done again as a whole:
/// every statement of a step can be done twice.
///
/// @param steps SQL; the first makes version 1 of nothing
record Schema(List<String> steps) {

  private static final int NEWEST = 1;

  /// Says which version there is, and how often the library was written.
  private static final String ITSELF =
      "CREATE TABLE IF NOT EXISTS schema (number INT NOT NULL, writes BIGINT DEFAULT 0 NOT NULL)";

  Schema {
    steps = List.copyOf(steps);
  }

  /// The one that this program reads and writes.
  static Schema ofProgram() {
    return new Schema(IntStream.rangeClosed(1, NEWEST).mapToObj(Schema::step).toList());
  }

  private static String step(int number) {
    try (InputStream file = Schema.class.getResourceAsStream("schema-" + number + ".sql")) {
      if (file == null) {
        throw new IllegalStateException("the program lacks step " + number + " of its library");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the program cannot read itself", e);
    }
  }

  /// Brings the tables to the newest version.
  ///
  /// @param fresh whether there is nothing yet; else a library without a version is none
  void migrate(Connection connection, boolean fresh, Path file) throws SQLException, LibraryException {
    try (Statement statement = connection.createStatement()) {
      if (fresh) {
        statement.execute(ITSELF);
      }
      int version = version(statement);
      if (version > steps.size()) {
        throw new LibraryException(Trouble.TOO_NEW, file);
      }
      if (version == 0 && !fresh) {
        throw new SQLException("the library says no version of its tables");
      }
      for (int next = version + 1; next <= steps.size(); next++) {
        statement.execute(steps.get(next - 1));
        statement.execute(next == 1
            ? "INSERT INTO schema (number) VALUES (1)" : "UPDATE schema SET number = " + next);
        connection.commit();
      }
    }
  }

  private static int version(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("SELECT MAX(number) FROM schema")) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}
