package app.lineup.gui.rules.model;

import app.lineup.app.session.Session;
import app.lineup.gui.text.Texts;
import app.lineup.library.Label;
import app.lineup.library.Library;
import app.lineup.library.LibraryChange;
import app.lineup.library.Part;
import app.lineup.library.RuleRow;
import app.lineup.model.Filter;
import app.lineup.model.Rule;
import app.lineup.model.RuleKind;
import app.lineup.rule.set.SetEntry;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Mapping rules in their order, then filters: the rows of the library's rules as the window shows them. What is
/// changed in a row, or about the rows, is a change of the library; what is undone shows here. Not thread-safe; used by
/// the window's thread; texts are read on others.
public final class RulesViewModel {

  private final Texts texts;
  private final Session session;
  private final Executor background;
  private final Executor window;
  private final ObservableList<RuleViewModel> rows =
      FXCollections.observableArrayList(row -> new Observable[] {row.kind(), row.text(), row.on()});
  private final ObjectProperty<@Nullable RuleViewModel> selected = new SimpleObjectProperty<>();
  private final RuleOrder order = new RuleOrder(rows);
  private final List<Runnable> listeners = new ArrayList<>();
  private boolean showing;

  /// @param session    holds the library
  /// @param background where texts are read while somebody types
  /// @param window     carries work to the window's thread
  public RulesViewModel(Texts texts, Session session, Executor background, Executor window) {
    this.texts = texts;
    this.session = session;
    this.background = background;
    this.window = window;
    show(session.library());
    selected.set(rows.isEmpty() ? null : rows.getFirst());
    session.listen(EnumSet.of(Part.RULES), this::show);
    rows.subscribe(this::changed);
    // What is typed into another row is another step of undo.
    selected.subscribe(row -> session.endMerging());
  }

  private void show(Library library) {
    Map<Long, RuleViewModel> known = new HashMap<>();
    rows.forEach(row -> known.put(row.id(), row));
    List<RuleViewModel> fresh = new ArrayList<>();
    List<RuleViewModel> wanted = new ArrayList<>();
    List<RuleViewModel> touched = new ArrayList<>();
    showing = true;
    try {
      for (RuleRow row : library.rules()) {
        RuleViewModel shown = known.get(row.id());
        if (shown == null) {
          shown = made(row);
          fresh.add(shown);
          touched.add(shown);
        } else if (!shown.row().equals(row)) {
          shown.show(row);
          touched.add(shown);
        }
        wanted.add(shown);
      }
      if (!rows.equals(wanted)) {
        arrange(wanted);
      }
    } finally {
      showing = false;
    }
    check(fresh);
    if (touched.size() == 1) {
      selected.set(touched.getFirst());
    }
  }

  /// The same rows set anew would lose where the list is scrolled to.
  private void arrange(List<RuleViewModel> wanted) {
    RuleViewModel near = selected.get();
    int index = near == null ? -1 : rows.indexOf(near);
    rows.setAll(wanted);
    if (near != null && !wanted.contains(near)) {
      selected.set(wanted.isEmpty() ? null : wanted.get(Math.min(index, wanted.size() - 1)));
    } else {
      selected.set(near);
    }
  }

  private RuleViewModel made(RuleRow of) {
    var row = new RuleViewModel(texts, of);
    row.text().subscribe((before, now) -> {
      check(List.of(row));
      commit(row, "rule.text");
    });
    row.kind().subscribe((before, now) -> {
      check(List.of(row));
      commit(row, "rule.kind");
    });
    row.on().subscribe((before, now) -> commit(row, now ? "rule.on" : "rule.off"));
    return row;
  }

  private void commit(RuleViewModel row, String what) {
    if (showing) {
      return;
    }
    session.library().row(Part.RULES, row.id()).map(RuleRow.class::cast).filter(before -> !before.equals(row.row()))
        .ifPresent(before -> {
          Label label = Label.of(what, rows.indexOf(row) + 1);
          var change = new LibraryChange.Changed(before, row.row());
          if (before.text().equals(row.text().get())) {
            session.change(label, change);
          } else {
            session.changeOn(row, label, change);
          }
        });
  }

  /// Reads the rows' texts elsewhere; only what is then still a row's text counts.
  private void check(List<RuleViewModel> some) {
    if (some.isEmpty()) {
      return;
    }
    List<RuleRow> read = some.stream().map(RuleViewModel::row).toList();
    background.execute(() -> {
      List<Runnable> found = new ArrayList<>();
      for (int i = 0; i < read.size(); i++) {
        RuleViewModel row = some.get(i);
        RuleKind kind = read.get(i).kind();
        String text = read.get(i).text();
        Mistake mistake = row.check(kind, text);
        Hint hint = mistake == null ? row.hintAt(kind, text) : null;
        found.add(() -> {
          if (row.text().get().equals(text) && row.kind().get() == kind) {
            row.found(kind, text, mistake, hint);
          }
        });
      }
      window.execute(() -> found.forEach(Runnable::run));
    });
  }

  /// All rows in their order; the list also tells when something in a row changes.
  public ObservableList<RuleViewModel> rows() {
    return rows;
  }

  public ObjectProperty<@Nullable RuleViewModel> selected() {
    return selected;
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
  public RuleViewModel add(RuleKind kind, String text) {
    return add(new RuleRow(0, kind, text, true), "rule.added");
  }

  /// Adds a row like this one below it, and selects it.
  public void duplicate(RuleViewModel row) {
    selected.set(row);
    add(row.row(), "rule.duplicated");
  }

  private RuleViewModel add(RuleRow like, String what) {
    var row = new RuleRow(session.library().nextId(), like.kind(), like.text(), like.on());
    int place = order.place(row.kind(), selected.get());
    session.change(Label.of(what, place + 1), new LibraryChange.Added(row, place));
    RuleViewModel shown = rows.stream().filter(one -> one.id() == row.id()).findFirst().orElseThrow();
    selected.set(shown);
    return shown;
  }

  /// Takes in the rules and filters of a set behind those that are here, or in their place, as one step of undo. Those
  /// that cannot be understood come in switched off.
  void takeIn(List<SetEntry> entries, boolean inPlace) {
    if (entries.isEmpty()) {
      return;
    }
    var taken = TakenRules.of(session.library(), entries, inPlace);
    session.change(Label.of(inPlace ? "rules.replaced" : "rules.taken-in", entries.size()), taken.changes());
    rows.stream().filter(row -> row.id() == taken.first()).findFirst().ifPresent(selected::set);
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
      session.change(Label.of("rule.moved", from + 1, to + 1), new LibraryChange.Moved(row.row(), from, to));
      selected.set(row);
    }
  }

  /// Takes a row out.
  public void remove(RuleViewModel row) {
    int index = rows.indexOf(row);
    if (index >= 0) {
      session.change(Label.of("removed." + row.kind().get().word()), new LibraryChange.Removed(row.row(), index));
      selected.set(rows.isEmpty() ? null : rows.get(Math.min(index, rows.size() - 1)));
    }
  }
}
