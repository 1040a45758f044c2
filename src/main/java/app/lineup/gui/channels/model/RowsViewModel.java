package app.lineup.gui.channels.model;

import app.lineup.engine.record.IndexedSource;
import app.lineup.gui.channels.model.selection.Positions;
import app.lineup.gui.text.Texts;
import app.lineup.model.channel.NumberedChannel;
import app.lineup.problem.PipelineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// The rows of the table: all channels of a lineup, or those that a search found. However many they are, only those are
/// made that are looked at. Not thread-safe; used by the window's thread. Channels are read on others.
public final class RowsViewModel extends ObservableListBase<RowViewModel> implements Positions {

  /// More rows than any screen shows, so that each row that can be seen hears when its channel was read.
  private static final int MADE_ROWS = 512;
  /// Up to so many channels between two are read with them: one read is quicker than two.
  private static final int GAP = 16;

  private final IndexedSource<NumberedChannel> channels;
  private final SearchViewModel.Question question;
  private final Texts texts;
  private final @Nullable Hits hits;
  private final PagesViewModel pages;
  private final Map<Integer, RowViewModel> made = new LinkedHashMap<>(MADE_ROWS, 0.75f, true);
  private int size;

  /// @param question   what was searched for
  /// @param hits       what was found; null for all channels
  /// @param background where channels are read
  /// @param window     carries work to the window's thread
  /// @param failed     is told when channels cannot be read
  RowsViewModel(LineupHandle content, SearchViewModel.Question question, Texts texts, @Nullable Hits hits,
      Executor background, Executor window, Consumer<PipelineException> failed) {
    this.channels = content.channels();
    this.question = question;
    this.texts = texts;
    this.hits = hits;
    this.size = hits == null ? Math.toIntExact(content.size()) : hits.size();
    this.pages = new PagesViewModel(this::page, background, window, this::loaded, failed);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public RowViewModel get(int position) {
    Objects.checkIndex(position, size);
    RowViewModel known = made.get(position);
    RowViewModel row = known == null ? new RowViewModel(indexAt(position)) : known;
    if (known == null) {
      made.put(position, row);
      if (made.size() > MADE_ROWS) {
        made.remove(made.keySet().iterator().next());
      }
    }
    if (row.text().get().equals(RowText.WAITING)) {
      pages.text(position).ifPresent(row::show);
    }
    return row;
  }

  /// Whether these answer what `before` answered, perhaps of another lineup.
  public boolean answersTheSameAs(@Nullable RowsViewModel before) {
    return before != null && question.equals(before.question);
  }

  /// Whether these rows are the ones that a search found.
  boolean isOf(Hits found) {
    return hits == found;
  }

  /// Takes in what was added to the hits.
  void grow() {
    if (hits != null && hits.size() > size) {
      int before = size;
      size = hits.size();
      beginChange();
      nextAdd(before, size);
      endChange();
    }
  }

  @Override
  public int indexAt(int position) {
    return hits == null ? position : hits.at(position);
  }

  @Override
  public int positionOf(int index) {
    return hits != null ? hits.positionOf(index) : index < size ? index : -1;
  }

  @Override
  public int indexOf(Object row) {
    return row instanceof RowViewModel known ? Math.max(-1, positionOf(known.index())) : -1;
  }

  @Override
  public int lastIndexOf(Object row) {
    return indexOf(row);
  }

  @Override
  public boolean contains(Object row) {
    return indexOf(row) >= 0;
  }

  private void loaded(int page) {
    int from = page * PagesViewModel.ROWS;
    for (int position = from; position < Math.min(size, from + PagesViewModel.ROWS); position++) {
      RowViewModel row = made.get(position);
      if (row != null) {
        pages.text(position).ifPresent(row::show);
      }
    }
  }

  private PagesViewModel.Task page(int page) {
    int from = page * PagesViewModel.ROWS;
    int to = Math.min(size, from + PagesViewModel.ROWS);
    if (hits == null) {
      return () -> words(channels.read(from, to - from));
    }
    int[] indexes = hits.slice(from, to);
    return () -> words(read(indexes));
  }

  private List<NumberedChannel> read(int[] indexes) throws PipelineException {
    var found = new ArrayList<NumberedChannel>(indexes.length);
    int next = 0;
    while (next < indexes.length) {
      int first = next;
      while (next + 1 < indexes.length && indexes[next + 1] - indexes[next] <= GAP) {
        next++;
      }
      next++;
      List<NumberedChannel> run = channels.read(indexes[first], indexes[next - 1] - indexes[first] + 1);
      for (int i = first; i < next; i++) {
        found.add(run.get(indexes[i] - indexes[first]));
      }
    }
    return found;
  }

  private List<RowText> words(List<NumberedChannel> read) {
    return read.stream().map(channel -> WordsViewModel.row(texts, channel)).toList();
  }

  /// A list of a million rows is not compared row by row with another.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
