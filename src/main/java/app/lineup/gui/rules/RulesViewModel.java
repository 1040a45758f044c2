package app.lineup.gui.rules;

import app.lineup.gui.text.Texts;
import app.lineup.model.Filter;
import app.lineup.model.Rule;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Mapping rules in their order, then filters. Confined to the window's thread; texts are read on others.
public final class RulesViewModel {

  private final Texts texts;
  private final Executor background;
  private final Executor window;
  private final ObservableList<RuleViewModel> rows =
      FXCollections.observableArrayList(row -> new Observable[] {row.kind(), row.text(), row.on()});
  private final ObjectProperty<@Nullable RuleViewModel> selected = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper undoText = new ReadOnlyStringWrapper("");
  private @Nullable Removed removed;

  private record Removed(RuleViewModel row, int index) {}

  /// @param background where texts are read while somebody types
  /// @param window     carries work to the window's thread
  public RulesViewModel(Texts texts, Executor background, Executor window) {
    this.texts = texts;
    this.background = background;
    this.window = window;
  }

  /// All rows in their order; the list also tells when something in a row changes.
  public ObservableList<RuleViewModel> rows() {
    return rows;
  }

  public ObjectProperty<@Nullable RuleViewModel> selected() {
    return selected;
  }

  /// What can be undone, empty where nothing can.
  public ReadOnlyStringProperty undoText() {
    return undoText.getReadOnlyProperty();
  }

  /// The mapping rules as a run takes them.
  public List<Rule> rules() {
    return rows.stream().filter(row -> !row.kind().get().isFilter())
        .map(row -> new Rule(row.text().get(), row.on().get())).toList();
  }

  /// The filters as a run takes them.
  public List<Filter> filters() {
    return rows.stream().filter(row -> row.kind().get().isFilter())
        .map(row -> new Filter(mode(row.kind().get()), row.text().get(), row.on().get())).toList();
  }

  private static Filter.Mode mode(Kind kind) {
    return kind == Kind.INCLUDE ? Filter.Mode.INCLUDE : Filter.Mode.EXCLUDE;
  }

  /// The first row that takes part and cannot be understood, in words.
  public Optional<String> firstMistake() {
    for (RuleViewModel row : rows) {
      Mistake mistake = row.on().get() ? row.check(row.kind().get(), row.text().get()) : null;
      if (mistake != null) {
        return Optional.of(texts.get("mistake.in-row", rows.indexOf(row) + 1, mistake.what()));
      }
    }
    return Optional.empty();
  }

  /// Adds a row where its kind belongs, below the one that is selected, and selects it.
  public RuleViewModel add(Kind kind, String text) {
    var row = new RuleViewModel(texts, kind, text);
    row.text().subscribe(() -> check(row));
    row.kind().subscribe(() -> check(row));
    RuleViewModel above = selected.get();
    boolean near = above != null && above.kind().get().isFilter() == kind.isFilter();
    rows.add(near ? rows.indexOf(above) + 1 : kind.isFilter() ? rows.size() : firstFilter(), row);
    selected.set(row);
    return row;
  }

  private int firstFilter() {
    return (int) rows.stream().filter(row -> !row.kind().get().isFilter()).count();
  }

  /// Reads a row's text elsewhere; only what is then still its text counts.
  private void check(RuleViewModel row) {
    Kind kind = row.kind().get();
    String text = row.text().get();
    background.execute(() -> {
      Mistake mistake = row.check(kind, text);
      window.execute(() -> {
        if (row.text().get().equals(text) && row.kind().get() == kind) {
          row.found(mistake);
        }
      });
    });
  }

  /// Whether a row can change places with the one above (`by` -1) or below (1): rules stay above filters.
  public boolean canMove(@Nullable RuleViewModel row, int by) {
    int from = rows.indexOf(row);
    int to = from + by;
    return row != null && from >= 0 && to >= 0 && to < rows.size()
        && rows.get(to).kind().get().isFilter() == row.kind().get().isFilter();
  }

  /// Lets a row change places with the one above (`by` -1) or below (1).
  public void move(RuleViewModel row, int by) {
    if (canMove(row, by)) {
      int from = rows.indexOf(row);
      rows.remove(from);
      rows.add(from + by, row);
      selected.set(row);
    }
  }

  /// Takes a row out; [#undo] puts it back.
  public void remove(RuleViewModel row) {
    int index = rows.indexOf(row);
    if (index >= 0) {
      rows.remove(index);
      removed = new Removed(row, index);
      undoText.set(texts.get("removed." + row.kind().get().word()));
      selected.set(rows.isEmpty() ? null : rows.get(Math.min(index, rows.size() - 1)));
    }
  }

  /// Puts back what was removed last, where it was.
  public void undo() {
    Removed last = removed;
    if (last != null) {
      removed = null;
      undoText.set("");
      boolean filter = last.row().kind().get().isFilter();
      int index = filter ? Math.max(firstFilter(), last.index()) : Math.min(firstFilter(), last.index());
      rows.add(Math.min(index, rows.size()), last.row());
      selected.set(last.row());
    }
  }
}
