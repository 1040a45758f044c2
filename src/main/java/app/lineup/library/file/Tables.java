package app.lineup.library.file;

import app.lineup.library.Batch;
import app.lineup.library.History;
import app.lineup.library.Library;
import app.lineup.library.LibraryChange;
import app.lineup.library.LibrarySource;
import app.lineup.library.Part;
import app.lineup.library.Row;
import app.lineup.library.RuleRow;
import app.lineup.library.Setting;
import app.lineup.library.edits.EditPage;
import app.lineup.library.edits.EditStore;
import app.lineup.model.RuleKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// The library's rows in the tables of its file: read whole, written as far as they differ from what is there. Not
/// thread-safe; used by the connection's thread.
///
/// @param connection one that does not commit by itself
record Tables(Connection connection) {

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

  /// How often [#write] was done.
  long count() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT MAX(writes) FROM schema")) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /// Writes what changed; nothing is done before the connection commits.
  ///
  /// @param before the library as the tables have it
  void write(Library before, Unwritten changed) throws SQLException {
    run("UPDATE schema SET writes = writes + 1");
    if (changed.library().isPresent()) {
      Library now = changed.library().get();
      writeRows(before, now, Part.SOURCES);
      writeRows(before, now, Part.RULES);
      writeSettings(before, now);
      try (PreparedStatement row = connection.prepareStatement(
          "UPDATE document SET version = ?, edits = ?, next_id = ?")) {
        row.setLong(1, now.version());
        row.setLong(2, now.edits());
        row.setLong(3, now.nextId());
        row.executeUpdate();
      }
    }
    writeBatches(changed);
    writeEdits(changed);
    writeTexts("MERGE INTO note (name, note) KEY (name) VALUES (?, ?)", changed.notes());
  }

  private void writeRows(Library before, Library now, Part part) throws SQLException {
    Map<Long, Row> old = new HashMap<>();
    before.rows(part).forEach(row -> old.put(row.id(), row));
    List<Row> changed = new ArrayList<>();
    for (Row row : now.rows(part)) {
      if (!row.equals(old.remove(row.id()))) {
        changed.add(row);
      }
    }
    if (!old.isEmpty()) {
      try (PreparedStatement gone = connection.prepareStatement("DELETE FROM " + table(part) + " WHERE id = ?")) {
        for (long id : old.keySet()) {
          gone.setLong(1, id);
          gone.addBatch();
        }
        gone.executeBatch();
      }
    }
    if (!changed.isEmpty()) {
      merge(part, changed);
    }
    Object[] order = ids(now, part);
    if (!Arrays.equals(order, ids(before, part))) {
      try (PreparedStatement row = connection.prepareStatement(
          "MERGE INTO row_order (part, ids) KEY (part) VALUES (?, ?)")) {
        row.setString(1, part.name());
        row.setArray(2, connection.createArrayOf("BIGINT", order));
        row.executeUpdate();
      }
    }
  }

  private static Object[] ids(Library library, Part part) {
    return library.rows(part).stream().map(Row::id).toArray();
  }

  private static String table(Part part) {
    return part == Part.SOURCES ? "source" : "rule";
  }

  private void merge(Part part, List<Row> rows) throws SQLException {
    String sql = part == Part.SOURCES
        ? "MERGE INTO source (id, name, place, location, active) KEY (id) VALUES (?, ?, ?, ?, ?)"
        : "MERGE INTO rule (id, kind, text, active) KEY (id) VALUES (?, ?, ?, ?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Row row : rows) {
        statement.setLong(1, row.id());
        switch (row) {
          case LibrarySource(long _, String name, LibrarySource.Place place, String text, boolean on) -> {
            statement.setString(2, name);
            statement.setString(3, place.name());
            statement.setString(4, text);
            statement.setBoolean(5, on);
          }
          case RuleRow(long _, RuleKind kind, String text, boolean on) -> {
            statement.setString(2, kind.name());
            statement.setString(3, text);
            statement.setBoolean(4, on);
          }
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private void writeSettings(Library before, Library now) throws SQLException {
    Map<String, String> set = new HashMap<>();
    List<String> gone = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      if (!before.setting(setting).equals(now.setting(setting))) {
        now.setting(setting).ifPresentOrElse(value -> set.put(setting.key(), value), () -> gone.add(setting.key()));
      }
    }
    writeTexts("MERGE INTO setting (name, setting) KEY (name) VALUES (?, ?)", set);
    if (!gone.isEmpty()) {
      try (PreparedStatement row = connection.prepareStatement("DELETE FROM setting WHERE name = ?")) {
        for (String name : gone) {
          row.setString(1, name);
          row.addBatch();
        }
        row.executeBatch();
      }
    }
  }

  private void writeBatches(Unwritten changed) throws SQLException {
    if (changed.batches().isEmpty()) {
      return;
    }
    try (PreparedStatement row = connection.prepareStatement(
        "MERGE INTO batch (id, made_at, label, changes, undone_by) KEY (id) VALUES (?, ?, ?, ?, ?)")) {
      long next = 0;
      for (Batch batch : changed.batches().values()) {
        row.setLong(1, batch.id());
        row.setObject(2, batch.at().atOffset(ZoneOffset.UTC));
        row.setString(3, ChangeText.of(batch.label()));
        row.setString(4, ChangeText.of(batch.changes()));
        row.setObject(5, batch.undoneBy().isPresent() ? batch.undoneBy().getAsLong() : null);
        row.addBatch();
        next = Math.max(next, 1 + Math.max(batch.id(), batch.undoneBy().orElse(0)));
      }
      row.executeBatch();
      run("UPDATE document SET next_batch = GREATEST(next_batch, " + next + ")");
    }
  }

  private void writeEdits(Unwritten changed) throws SQLException {
    if (!changed.edits().isEmpty()) {
      try (PreparedStatement row = connection.prepareStatement(
          "MERGE INTO edit_page (batch, page, edits) KEY (batch, page) VALUES (?, ?, ?)")) {
        for (EditPage page : changed.edits()) {
          row.setLong(1, page.batch());
          row.setInt(2, page.number());
          row.setBytes(3, page.packed());
          row.addBatch();
        }
        row.executeBatch();
      }
    }
    try (PreparedStatement row = connection.prepareStatement(
        "MERGE INTO edit_batch (number, in_force) KEY (number) VALUES (?, ?)")) {
      boolean some = false;
      for (Batch batch : changed.batches().values()) {
        for (LibraryChange change : batch.changes()) {
          if (change instanceof LibraryChange.EditsChanged(long number, boolean on)) {
            row.setLong(1, number);
            row.setBoolean(2, on == batch.isInForce());
            row.addBatch();
            some = true;
          }
        }
      }
      if (some) {
        row.executeBatch();
      }
    }
  }

  /// Forgets the oldest batches, and the edits that nothing can put in force again.
  ///
  /// @param most how many stay
  void compact(int most) throws SQLException {
    run("DELETE FROM edit_page WHERE batch IN (SELECT number FROM edit_batch WHERE NOT in_force"
        + " AND number < (SELECT MIN(id) FROM batch))");
    run("DELETE FROM edit_batch WHERE NOT in_force AND number < (SELECT MIN(id) FROM batch)");
    run("DELETE FROM batch WHERE id <= (SELECT MAX(id) FROM batch)"
        + " AND id NOT IN (SELECT id FROM batch ORDER BY id DESC FETCH FIRST " + most + " ROWS ONLY)");
  }

  private void writeTexts(String sql, Map<String, String> texts) throws SQLException {
    if (texts.isEmpty()) {
      return;
    }
    try (PreparedStatement row = connection.prepareStatement(sql)) {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        row.setString(1, text.getKey());
        row.setString(2, text.getValue());
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
