package app.lineup.library.file;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The library's rows: read whole, replaced whole, since they are few. Not thread-safe; used by the connection's
/// thread.
///
/// @param connection one that does not commit by itself
record Tables(Connection connection) {

  Kept read() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return new Kept(sources(statement), rules(statement), preferences(statement));
    }
  }

  private static List<KeptSource> sources(Statement statement) throws SQLException {
    List<KeptSource> sources = new ArrayList<>();
    try (ResultSet row = statement.executeQuery("SELECT name, place, location FROM source ORDER BY position")) {
      while (row.next()) {
        sources.add(new KeptSource(row.getString(1), KeptSource.Place.valueOf(row.getString(2)), row.getString(3)));
      }
    }
    return sources;
  }

  private static List<KeptRule> rules(Statement statement) throws SQLException {
    List<KeptRule> rules = new ArrayList<>();
    try (ResultSet row = statement.executeQuery("SELECT kind, text, active FROM rule ORDER BY position")) {
      while (row.next()) {
        rules.add(new KeptRule(KeptRule.Kind.valueOf(row.getString(1)), row.getString(2), row.getBoolean(3)));
      }
    }
    return rules;
  }

  private static Map<String, String> preferences(Statement statement) throws SQLException {
    Map<String, String> preferences = new HashMap<>();
    try (ResultSet row = statement.executeQuery("SELECT name, setting FROM preference")) {
      while (row.next()) {
        preferences.put(row.getString(1), row.getString(2));
      }
    }
    return preferences;
  }

  /// How often [#write] was done.
  long count() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT MAX(writes) FROM schema")) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /// Writes what changed; nothing is done before the connection commits.
  void write(Unwritten changed) throws SQLException {
    run("UPDATE schema SET writes = writes + 1");
    if (changed.sources().isPresent()) {
      writeSources(changed.sources().get());
    }
    if (changed.rules().isPresent()) {
      writeRules(changed.rules().get());
    }
    writePreferences(changed.preferences());
  }

  private void writeSources(List<KeptSource> sources) throws SQLException {
    run("DELETE FROM source");
    try (PreparedStatement row = connection.prepareStatement(
        "INSERT INTO source (position, name, place, location) VALUES (?, ?, ?, ?)")) {
      for (int i = 0; i < sources.size(); i++) {
        KeptSource source = sources.get(i);
        row.setInt(1, i);
        row.setString(2, source.name());
        row.setString(3, source.place().name());
        row.setString(4, source.text());
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  private void writeRules(List<KeptRule> rules) throws SQLException {
    run("DELETE FROM rule");
    try (PreparedStatement row = connection.prepareStatement(
        "INSERT INTO rule (position, kind, text, active) VALUES (?, ?, ?, ?)")) {
      for (int i = 0; i < rules.size(); i++) {
        KeptRule rule = rules.get(i);
        row.setInt(1, i);
        row.setString(2, rule.kind().name());
        row.setString(3, rule.text());
        row.setBoolean(4, rule.on());
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  private void writePreferences(Map<String, String> preferences) throws SQLException {
    try (PreparedStatement row = connection.prepareStatement(
        "MERGE INTO preference (name, setting) KEY (name) VALUES (?, ?)")) {
      for (Map.Entry<String, String> preference : preferences.entrySet()) {
        row.setString(1, preference.getKey());
        row.setString(2, preference.getValue());
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
