package app.lineup.gui.rules.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;

/// What the rows were before each of the last edits, and what they were before those were undone: which rows in which
/// order, their kind, whether they are on. Their texts are no part of it: the field they are written in undoes typing.
/// Not thread-safe; used by the window's thread.
final class RuleHistory {

  private static final int KEPT_EDITS = 200;

  private final ObservableList<RuleViewModel> rows;
  private final Deque<Edit> past = new ArrayDeque<>();
  private final Deque<Edit> undone = new ArrayDeque<>();
  private List<Was> now = List.of();
  private boolean turningBack;

  private record Was(RuleViewModel row, Kind kind, boolean on) {}

  private record Edit(List<Was> before, RuleViewModel about) {}

  RuleHistory(ObservableList<RuleViewModel> rows) {
    this.rows = rows;
  }

  /// Takes the rows as they are for the beginning.
  void begin() {
    past.clear();
    undone.clear();
    now = captured();
  }

  /// Keeps what the rows were before an edit that has just been made.
  ///
  /// @return false if the edit is one of undoing itself
  boolean note(RuleViewModel about) {
    if (turningBack) {
      return false;
    }
    past.push(new Edit(now, about));
    if (past.size() > KEPT_EDITS) {
      past.removeLast();
    }
    undone.clear();
    now = captured();
    return true;
  }

  /// Takes the last edit back.
  ///
  /// @return the row that it was about; empty if there is nothing to undo
  Optional<RuleViewModel> undo() {
    return turn(past, undone);
  }

  /// Makes the edit again that was undone last.
  Optional<RuleViewModel> redo() {
    return turn(undone, past);
  }

  private Optional<RuleViewModel> turn(Deque<Edit> from, Deque<Edit> to) {
    Edit edit = from.poll();
    if (edit == null) {
      return Optional.empty();
    }
    to.push(new Edit(now, edit.about()));
    now = edit.before();
    turningBack = true;
    try {
      bringBack(now.stream().map(Was::row).toList());
    } finally {
      turningBack = false;
    }
    return Optional.of(edit.about());
  }

  private void bringBack(List<RuleViewModel> wanted) {
    // The same rows set anew would lose where the list is scrolled to.
    if (!rows.equals(wanted)) {
      rows.setAll(wanted);
    }
    for (Was was : now) {
      was.row().kind().set(was.kind());
      was.row().on().set(was.on());
    }
  }

  private List<Was> captured() {
    return rows.stream().map(row -> new Was(row, row.kind().get(), row.on().get())).toList();
  }
}
