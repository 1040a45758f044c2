package app.lineup.gui.channels.model;

import app.lineup.gui.channels.model.selection.Selection;
import app.lineup.gui.text.Amounts;
import app.lineup.gui.text.Texts;
import app.lineup.problem.PipelineException;
import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import org.jspecify.annotations.Nullable;

/// Keeps what is selected over searches and over new lineups, and says how much it is. Not thread-safe; used by the
/// window's thread. Channels are looked for on another.
final class SelectedViewModel {

  /// More are not looked for in a new lineup: it would take longer, and more memory, than to select them anew.
  private static final int MOST_LOOKED_FOR = 100_000;

  private final Texts texts;
  private final Executor background;
  private final Executor window;
  private final Selection selection = new Selection();
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
  private final ListChangeListener<RowViewModel> growth = change -> {
    while (change.next()) {
      if (change.wasAdded()) {
        selection.grown(change.getFrom());
      }
    }
  };
  private @Nullable RowsViewModel rows;
  private @Nullable LineupHandle of;
  private @Nullable LineupHandle next;
  private IntUnaryOperator moved = SelectedViewModel::nowhere;
  private long asked;

  /// @param background where channels are looked for in a new lineup
  /// @param window     carries work to the window's thread
  SelectedViewModel(Texts texts, Executor background, Executor window) {
    this.texts = texts;
    this.background = background;
    this.window = window;
    selection.changes().subscribe(now -> say());
  }

  Selection selection() {
    return selection;
  }

  /// How many rows are selected, in words; empty where none is.
  ReadOnlyStringProperty said() {
    return said.getReadOnlyProperty();
  }

  /// Looks for the selected channels in a new lineup, and then has it shown. A lineup that is overtaken by another one
  /// meanwhile is closed.
  void take(Optional<LineupHandle> lineup, Consumer<Optional<LineupHandle>> show) {
    long number = ++asked;
    BitSet wanted = selection.kept();
    LineupHandle old = of;
    if (lineup.isEmpty() || old == null || wanted.isEmpty() || wanted.cardinality() > MOST_LOOKED_FOR) {
      show(lineup, SelectedViewModel::nowhere, show);
      return;
    }
    background.execute(() -> {
      IntUnaryOperator found = look(old, wanted, lineup.get());
      window.execute(() -> {
        if (number == asked) {
          show(lineup, found, show);
        } else {
          background.execute(lineup.get().closing());
        }
      });
    });
  }

  private static IntUnaryOperator look(LineupHandle old, BitSet wanted, LineupHandle lineup) {
    try {
      return FoundAgain.of(old.channels(), wanted, lineup.channels());
    } catch (PipelineException e) {
      System.getLogger(SelectedViewModel.class.getName())
          .log(System.Logger.Level.DEBUG, "what is selected is not known in the new lineup", e);
      return SelectedViewModel::nowhere;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return SelectedViewModel::nowhere;
    }
  }

  private void show(Optional<LineupHandle> lineup, IntUnaryOperator found, Consumer<Optional<LineupHandle>> show) {
    next = lineup.orElse(null);
    moved = found;
    show.accept(lineup);
  }

  /// Says which rows the table shows now.
  void over(@Nullable RowsViewModel now, Optional<LineupHandle> lineup) {
    if (rows != null) {
      rows.removeListener(growth);
    }
    rows = now;
    LineupHandle from = lineup.orElse(null);
    if (from == null || !from.isThe(of)) {
      selection.renumber(from != null && from.isThe(next) ? moved : SelectedViewModel::nowhere);
      of = from;
    }
    if (now == null) {
      selection.over();
    } else {
      now.addListener(growth);
      selection.over(now);
    }
  }

  private void say() {
    int size = selection.size().get();
    int elsewhere = selection.elsewhere();
    String here = size == 0 && elsewhere == 0 || rows == null
        ? "" : texts.get("selected", Amounts.count(size), Amounts.count(rows.size()));
    said.set(elsewhere == 0 ? here : texts.get("selected.elsewhere", here, Amounts.count(elsewhere)));
  }

  /// Where a row stands that is in no table.
  private static int nowhere(int index) {
    return -1;
  }
}
