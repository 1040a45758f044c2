package app.lineup.library.file;

import app.lineup.library.Batch;
import app.lineup.library.Library;
import app.lineup.library.LibraryChange;
import app.lineup.library.LibrarySource;
import app.lineup.library.Part;
import app.lineup.library.Row;
import app.lineup.library.RuleRow;
import app.lineup.library.Setting;
import app.lineup.library.edits.EditPage;
import app.lineup.model.RuleKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes the library into the tables of its file, as far as it differs from what is there. Not thread-safe; used by
/// the connection's thread.
///
/// @param connection one that does not commit by itself
record TableWriter(Connection connection) {

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
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "SELECT id FROM batch ORDER BY id DESC OFFSET " + most + " ROWS FETCH NEXT 1 ROW ONLY")) {
      if (row.next()) {
        forget(row.getLong(1));
      }
    }
  }

  private void forget(long newest) throws SQLException {
    run("DELETE FROM batch WHERE id <= " + newest);
    run("DELETE FROM edit_page WHERE batch IN (SELECT number FROM edit_batch WHERE NOT in_force AND number <= " + newest
        + ")");
    run("DELETE FROM edit_batch WHERE NOT in_force AND number <= " + newest);
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
