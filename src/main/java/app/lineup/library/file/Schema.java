package app.lineup.library.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;

/// The versions of the tables, each a step from the one before. Immutable.
///
/// @param steps SQL; the first makes version 1 of nothing
record Schema(List<String> steps) {

  private static final int NEWEST = 2;

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

  /// The newest version.
  int newest() {
    return steps.size();
  }

  /// Brings the tables to the newest version.
  ///
  /// @param from the version that they have; 0 where there are none
  void migrate(Connection connection, int from) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (from == 0) {
        statement.execute(ITSELF);
        statement.execute("INSERT INTO schema (number) VALUES (0)");
      }
      for (int next = from + 1; next <= steps.size(); next++) {
        statement.execute(steps.get(next - 1));
        statement.execute("UPDATE schema SET number = " + next);
      }
      connection.commit();
    }
  }

  /// The version of the tables.
  ///
  /// @throws SQLException if they say none, and so are no library's
  int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT MAX(number) FROM schema")) {
      int version = rows.next() ? rows.getInt(1) : 0;
      if (version == 0) {
        throw new SQLException("the library says no version of its tables");
      }
      return version;
    }
  }
}
