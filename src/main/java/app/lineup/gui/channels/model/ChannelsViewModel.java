package app.lineup.gui.channels.model;

import app.lineup.gui.channels.model.selection.Selection;
import app.lineup.gui.text.Texts;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;

/// The lineup, as it will be published: which one is shown, which of its channels, and which of them are selected. Not
/// thread-safe; used by the window's thread.
public final class ChannelsViewModel {

  private static final int NONE = -1;

  private final LineupViewModel lineup;
  private final SearchViewModel search;
  private final GroupsViewModel groups;
  private final DetailsViewModel details;
  private final SelectedViewModel chosen;
  private final ReadOnlyObjectWrapper<Empty> empty = new ReadOnlyObjectWrapper<>(Empty.NO_SOURCES);
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(NONE);
  private @Nullable LineupHandle shown;
  private @Nullable LineupHandle detailed;

  /// @param ingredients what the lineup is made of
  /// @param lineups     makes lineups; called on `making`
  /// @param making      where lineups are made, one after the other; interrupted to cancel
  /// @param reading     where is searched and read
  /// @param window      carries work to the window's thread
  /// @param later       waits until things are quiet
  public ChannelsViewModel(Texts texts, LineupViewModel.Ingredients ingredients, LineupViewModel.Lineups lineups,
      Executor making, Executor reading, Executor window, Debouncer later) {
    lineup = new LineupViewModel(texts, ingredients, lineups, making, window, later, this::take);
    search = new SearchViewModel(texts, reading, window, later, lineup::unreadable);
    groups = new GroupsViewModel(texts, search::group);
    details = new DetailsViewModel(texts, lineup::plan, reading, window, lineup::unreadable);
    chosen = new SelectedViewModel(texts, reading, window);
    lineup.freshness().subscribe(now -> judge());
    search.rows().subscribe(now -> chosen.over(now, search.shown()));
    chosen.selection().changes().subscribe(now -> showSelected());
  }

  /// Keeping the lineup current.
  public LineupViewModel lineup() {
    return lineup;
  }

  public SearchViewModel search() {
    return search;
  }

  public GroupsViewModel groups() {
    return groups;
  }

  /// Which rows are selected.
  public Selection selection() {
    return chosen.selection();
  }

  /// How many rows are selected, in words; empty where none is.
  public ReadOnlyStringProperty selectedWords() {
    return chosen.said();
  }

  /// The channel that the keyboard is at.
  public DetailsViewModel details() {
    return details;
  }

  /// Why there is nothing to show.
  public ReadOnlyObjectProperty<Empty> empty() {
    return empty.getReadOnlyProperty();
  }

  /// The index in the lineup of the channel that the keyboard is at, below 0 where it is at none.
  public ReadOnlyIntegerProperty selected() {
    return selected.getReadOnlyProperty();
  }

  /// Shows the lineup of an earlier start.
  public void start() {
    lineup.start();
  }

  /// Says that sources, rules, filters or numbering have changed.
  public void changed() {
    lineup.changed();
  }

  private void take(Optional<LineupHandle> next) {
    chosen.take(next, this::show);
  }

  private void show(Optional<LineupHandle> next) {
    shown = next.orElse(null);
    search.over(shown);
    groups.of(shown);
    judge();
  }

  private void judge() {
    empty.set(shown != null && shown.size() > 0 ? Empty.NOT : switch (lineup.freshness().get()) {
      case NO_SOURCES -> Empty.NO_SOURCES;
      case UPDATING -> Empty.NOT_YET;
      case NONE -> Empty.NOT_MADE;
      case CURRENT, OUT_OF_DATE -> shown == null ? Empty.NOT_MADE : Empty.NO_CHANNELS;
    });
  }

  /// Selects the row at a position of the table; below 0 for none.
  public void select(int position) {
    RowsViewModel rows = search.rows().get();
    if (rows == null || position < 0 || position >= rows.size()) {
      chosen.selection().leave();
    } else {
      chosen.selection().only(position);
    }
  }

  /// What is told about a channel is told anew where it may be another one in a new lineup.
  private void showSelected() {
    Selection selection = chosen.selection();
    int index = selection.focus();
    Optional<LineupHandle> of = search.shown();
    if (of.isEmpty() || index < 0) {
      selected.set(NONE);
      detailed = null;
      details.clear();
    } else if (index != selected.get() || !of.get().isThe(detailed)) {
      selected.set(index);
      detailed = of.get();
      details.show(of.get(), index);
    }
  }
}
