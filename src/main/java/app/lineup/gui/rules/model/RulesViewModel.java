package app.lineup.gui.rules.model;

import app.lineup.gui.text.Texts;
import app.lineup.model.Filter;
import app.lineup.model.Rule;
import app.lineup.rule.set.SetEntry;
import java.util.ArrayList;
import java.util.Comparator;
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

/// Mapping rules in their order, then filters. Not thread-safe; used by the window's thread; texts are read on others.
public final class RulesViewModel {

  private final Texts texts;
  private final Executor background;
  private final Executor window;
  private final ObservableList<RuleViewModel> rows =
      FXCollections.observableArrayList(row -> new Observable[] {row.kind(), row.text(), row.on()});
  private final ObjectProperty<@Nullable RuleViewModel> selected = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper undoText = new ReadOnlyStringWrapper("");
  private final RuleOrder order = new RuleOrder(rows);
  private final RuleHistory history = new RuleHistory(rows);
  private final List<Runnable> listeners = new ArrayList<>();

  /// @param background where texts are read while somebody types
  /// @param window     carries work to the window's thread
  public RulesViewModel(Texts texts, Executor background, Executor window) {
    this.texts = texts;
    this.background = background;
    this.window = window;
    rows.subscribe(this::changed);
  }

  /// All rows in their order; the list also tells when something in a row changes.
  public ObservableList<RuleViewModel> rows() {
    return rows;
  }

  public ObjectProperty<@Nullable RuleViewModel> selected() {
    return selected;
  }

  /// What was removed last and can be put back at once, in words; empty where nothing was. Every other edit can be undone
  /// as well, but is not offered.
  public ReadOnlyStringProperty undoText() {
    return undoText.getReadOnlyProperty();
  }

  /// Has `listener` called at every change that the next run would see.
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  /// The mapping rules as a run takes them.
  public List<Rule> rules() {
    return rows.stream().filter(row -> !row.kind().get().isFilter()).map(RuleViewModel::asRule).toList();
  }

  /// The filters as a run takes them.
  public List<Filter> filters() {
    return rows.stream().filter(row -> row.kind().get().isFilter()).map(RuleViewModel::asFilter).toList();
  }

  /// The first row that takes part and cannot be understood, in words.
  public Optional<String> firstMistake() {
    for (RuleViewModel row : rows) {
      Mistake mistake = row.on().get() ? row.mistakeNow() : null;
      if (mistake != null) {
        return Optional.of(texts.get("mistake.in-row", rows.indexOf(row) + 1, mistake.what()));
      }
    }
    return Optional.empty();
  }

  /// Adds a row where its kind belongs, below the one that is selected, and selects it.
  public RuleViewModel add(Kind kind, String text) {
    return add(kind, text, true);
  }

  /// Adds a row like this one below it, and selects it.
  public void duplicate(RuleViewModel row) {
    selected.set(row);
    add(row.kind().get(), row.text().get(), row.on().get());
  }

  private RuleViewModel add(Kind kind, String text, boolean on) {
    RuleViewModel row = made(kind, text, on);
    rows.add(order.place(kind, selected.get()), row);
    selected.set(row);
    edited(row);
    return row;
  }

  /// Takes in the rules and filters of a set behind those that are here, or in their place, as one edit. Those that
  /// cannot be understood come in switched off.
  void takeIn(List<SetEntry> entries, boolean inPlace) {
    List<RuleViewModel> all = new ArrayList<>(inPlace ? List.of() : rows);
    RuleViewModel first = null;
    for (SetEntry entry : entries) {
      RuleViewModel row = made(Kind.valueOf(entry.kind().name()), entry.text(), entry.on());
      row.on().set(entry.on() && row.mistakeNow() == null);
      all.add(row);
      first = first == null ? row : first;
    }
    if (first != null) {
      // The order among rules and among filters stays: sorting keeps it.
      all.sort(Comparator.comparing(row -> row.kind().get().isFilter()));
      rows.setAll(all);
      selected.set(first);
      if (history.note(first)) {
        undoText.set(texts.amount(inPlace ? "sets.replaced" : "sets.added", entries.size()));
      }
    }
  }

  private RuleViewModel made(Kind kind, String text, boolean on) {
    var row = new RuleViewModel(texts, kind, text);
    row.on().set(on);
    row.text().subscribe(() -> check(row));
    row.kind().subscribe((before, now) -> {
      check(row);
      edited(row);
    });
    row.on().subscribe((before, now) -> {
      if (rows.contains(row)) {
        edited(row);
      }
    });
    return row;
  }

  /// Reads a row's text elsewhere; only what is then still its text counts.
  private void check(RuleViewModel row) {
    Kind kind = row.kind().get();
    String text = row.text().get();
    background.execute(() -> {
      Mistake mistake = row.check(kind, text);
      Hint hint = mistake == null ? row.hintAt(kind, text) : null;
      window.execute(() -> {
        if (row.text().get().equals(text) && row.kind().get() == kind) {
          row.found(kind, text, mistake, hint);
        }
      });
    });
  }

  /// Where rows may stand and go.
  public RuleOrder order() {
    return order;
  }

  /// Lets a row change places with the one above (`by` -1) or below (1).
  public void moveBy(RuleViewModel row, int by) {
    if (order.canMove(row, by)) {
      move(row, rows.indexOf(row) + by);
    }
  }

  /// Moves a row, so that `toIndex` is its index or comes as near to it as its kind can.
  public void move(RuleViewModel row, int toIndex) {
    int from = rows.indexOf(row);
    int to = from < 0 ? from : order.nearest(row, toIndex);
    if (to != from) {
      rows.remove(from);
      rows.add(to, row);
      selected.set(row);
      edited(row);
    }
  }

  /// Takes a row out.
  public void remove(RuleViewModel row) {
    int index = rows.indexOf(row);
    if (index >= 0) {
      rows.remove(index);
      edited(row);
      undoText.set(texts.get("removed." + row.kind().get().word()));
      selected.set(rows.isEmpty() ? null : rows.get(Math.min(index, rows.size() - 1)));
    }
  }

  /// Takes the rows as they are for the beginning, behind which nothing is undone.
  public void begin() {
    history.begin();
    undoText.set("");
  }

  private void edited(RuleViewModel row) {
    if (history.note(row)) {
      undoText.set("");
    }
  }

  /// Takes back the last edit of the rows: what was added, removed, moved, switched, or made another kind of filter.
  public void undo() {
    history.undo().ifPresent(this::turnedTo);
  }

  /// Makes the edit again that was undone last.
  public void redo() {
    history.redo().ifPresent(this::turnedTo);
  }

  private void turnedTo(RuleViewModel row) {
    undoText.set("");
    RuleViewModel near = selected.get();
    selected.set(rows.contains(row) ? row : near != null && rows.contains(near) ? near : rows.isEmpty() ? null : rows.getFirst());
  }
}
