package app.lineup.library.file;

import app.lineup.library.Batch;
import app.lineup.library.History;
import app.lineup.library.Library;
import app.lineup.library.LibrarySource;
import app.lineup.library.Part;
import app.lineup.library.RuleRow;
import app.lineup.library.Setting;
import app.lineup.library.edits.EditPage;
import app.lineup.library.edits.EditStore;
import app.lineup.model.RuleKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Reads the library out of the tables of its file, all of it. Not thread-safe; used by the connection's thread.
///
/// @param connection one that does not commit by itself
record TableReader(Connection connection) {

  Opened read() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Map<Long, LibrarySource> sources = sources(statement);
      Map<Long, RuleRow> rules = rules(statement);
      List<LibrarySource> inOrder = inOrder(statement, Part.SOURCES, sources);
      List<RuleRow> rulesInOrder = inOrder(statement, Part.RULES, rules);
      Map<Setting, String> settings = settings(statement);
      List<Batch> batches = batches(statement);
      List<EditStore.Stored> edits = edits(statement);
      Map<String, String> notes = texts(statement, "SELECT name, note FROM note");
      try (ResultSet row = statement.executeQuery("SELECT version, edits, next_id, next_batch FROM document")) {
        if (!row.next()) {
          throw new SQLException("the library has no document");
        }
        var library = new Library(row.getLong(1), inOrder, rulesInOrder, settings, row.getLong(2), row.getLong(3));
        return new Opened(library, new History(batches, row.getLong(4)), edits, notes);
      }
    }
  }

  private static Map<Long, LibrarySource> sources(Statement statement) throws SQLException {
    Map<Long, LibrarySource> sources = new HashMap<>();
    try (ResultSet row = statement.executeQuery("SELECT id, name, place, location, active FROM source")) {
      while (row.next()) {
        sources.put(row.getLong(1), new LibrarySource(row.getLong(1), row.getString(2),
            LibrarySource.Place.valueOf(row.getString(3)), row.getString(4), row.getBoolean(5)));
      }
    }
    return sources;
  }

  private static Map<Long, RuleRow> rules(Statement statement) throws SQLException {
    Map<Long, RuleRow> rules = new HashMap<>();
    try (ResultSet row = statement.executeQuery("SELECT id, kind, text, active FROM rule")) {
      while (row.next()) {
        rules.put(row.getLong(1),
            new RuleRow(row.getLong(1), RuleKind.valueOf(row.getString(2)), row.getString(3), row.getBoolean(4)));
      }
    }
    return rules;
  }

  private static <R> List<R> inOrder(Statement statement, Part part, Map<Long, R> rows) throws SQLException {
    List<R> ordered = new ArrayList<>();
    try (ResultSet row = statement.executeQuery("SELECT ids FROM row_order WHERE part = '" + part.name() + "'")) {
      if (row.next()) {
        for (Object id : (Object[]) row.getArray(1).getArray()) {
          R one = rows.remove((Long) id);
          if (one == null) {
            throw new SQLException("a row is missing: " + part + " " + id);
          }
          ordered.add(one);
        }
      }
    }
    if (!rows.isEmpty()) {
      throw new SQLException("rows have no place: " + part + " " + rows.keySet());
    }
    return ordered;
  }

  private static Map<Setting, String> settings(Statement statement) throws SQLException {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    texts(statement, "SELECT name, setting FROM setting")
        .forEach((name, value) -> Setting.of(name).ifPresent(setting -> settings.put(setting, value)));
    return settings;
  }

  private static Map<String, String> texts(Statement statement, String query) throws SQLException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        texts.put(row.getString(1), row.getString(2));
      }
    }
    return texts;
  }

  private static List<Batch> batches(Statement statement) throws SQLException {
    List<Batch> batches = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(
        "SELECT id, made_at, label, changes, undone_by FROM batch ORDER BY id")) {
      while (row.next()) {
        batches.add(new Batch(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(),
            ChangeText.label(row.getString(3)), ChangeText.changes(row.getString(4)),
            row.getObject(5) instanceof Long step ? OptionalLong.of(step) : OptionalLong.empty()));
      }
    }
    return batches;
  }

  private static List<EditStore.Stored> edits(Statement statement) throws SQLException {
    Map<Long, List<EditPage>> pages = new HashMap<>();
    try (ResultSet row = statement.executeQuery("SELECT batch, page, edits FROM edit_page ORDER BY batch, page")) {
      while (row.next()) {
        pages.computeIfAbsent(row.getLong(1), batch -> new ArrayList<>())
            .add(new EditPage(row.getLong(1), row.getInt(2), row.getBytes(3)));
      }
    }
    List<EditStore.Stored> all = new ArrayList<>();
    try (ResultSet row = statement.executeQuery("SELECT number, in_force FROM edit_batch ORDER BY number")) {
      while (row.next()) {
        all.add(new EditStore.Stored(row.getLong(1), row.getBoolean(2), pages.getOrDefault(row.getLong(1), List.of())));
      }
    }
    return all;
  }

  /// How often the library was written.
  long count() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT MAX(writes) FROM schema")) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }
}
