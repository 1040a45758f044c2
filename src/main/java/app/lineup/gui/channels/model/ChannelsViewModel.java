package app.lineup.gui.channels.model;

import app.lineup.gui.text.Texts;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The lineup, as it will be published: which one is shown, which of its channels, and which of them is selected. Not
/// thread-safe; used by the window's thread.
public final class ChannelsViewModel {

  private static final int NONE = -1;

  private final LineupViewModel lineup;
  private final SearchViewModel search;
  private final GroupsViewModel groups;
  private final DetailsViewModel details;
  private final ReadOnlyObjectWrapper<Empty> empty = new ReadOnlyObjectWrapper<>(Empty.NO_SOURCES);
  private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(NONE);
  private @Nullable LineupHandle shown;

  /// @param ingredients what the lineup is made of
  /// @param lineups     makes lineups; called on `making`
  /// @param making      where lineups are made, one after the other; interrupted to cancel
  /// @param reading     where is searched and read
  /// @param window      carries work to the window's thread
  /// @param later       waits until things are quiet
  public ChannelsViewModel(Texts texts, LineupViewModel.Ingredients ingredients, LineupViewModel.Lineups lineups,
      Executor making, Executor reading, Executor window, Debouncer later) {
    lineup = new LineupViewModel(texts, ingredients, lineups, making, window, later, this::show);
    search = new SearchViewModel(texts, reading, window, later, lineup::unreadable);
    groups = new GroupsViewModel(texts, search::group);
    details = new DetailsViewModel(texts, lineup::plan, reading, window, lineup::unreadable);
    lineup.freshness().subscribe(now -> judge());
    search.rows().subscribe(now -> showSelected());
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

  /// The channel that is selected.
  public DetailsViewModel details() {
    return details;
  }

  /// Why there is nothing to show.
  public ReadOnlyObjectProperty<Empty> empty() {
    return empty.getReadOnlyProperty();
  }

  /// The index of the selected channel in the lineup, below 0 where none is.
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
      selected.set(NONE);
      details.clear();
    } else if (rows.get(position).index() != selected.get()) {
      selected.set(rows.get(position).index());
      showSelected();
    }
  }

  /// The selected channel may be another one in a new lineup.
  private void showSelected() {
    int index = selected.get();
    Optional<LineupHandle> of = search.shown();
    if (of.isEmpty() || index >= of.get().size()) {
      selected.set(NONE);
      details.clear();
    } else if (index >= 0) {
      details.show(of.get(), index);
    }
  }
}
