package app.lineup.gui.channels.model;

import app.lineup.problem.PipelineException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// The rows that were read last, a page at a time. What is asked for last is read first, and what was asked for while
/// somebody scrolled by is not read at all. Not thread-safe; used by the window's thread. Pages are read on others.
final class PagesViewModel {

  /// Rows a page: some screens full, read in about a millisecond.
  static final int ROWS = 256;
  /// Some 16,000 rows, a few megabytes.
  static final int MOST_PAGES = 64;
  /// More than a screen can show.
  private static final int MOST_WAITING = 4;
  private static final int AT_ONCE = 2;

  private final Read read;
  private final Executor background;
  private final Executor window;
  private final IntConsumer loaded;
  private final Consumer<PipelineException> failed;
  private final Map<Integer, List<RowText>> pages = new LinkedHashMap<>(MOST_PAGES, 0.75f, true);
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private final Set<Integer> loading = new HashSet<>();

  /// @param read       reads a page
  /// @param background where pages are read
  /// @param window     carries work to the window's thread
  /// @param loaded     is told of each page that was read
  /// @param failed     is told of a page that cannot be read
  PagesViewModel(
      Read read, Executor background, Executor window, IntConsumer loaded, Consumer<PipelineException> failed) {
    this.read = read;
    this.background = background;
    this.window = window;
    this.loaded = loaded;
    this.failed = failed;
  }

  /// The text of the row at a position; empty where it is still to be read, which then happens.
  Optional<RowText> text(int position) {
    int page = position / ROWS;
    List<RowText> rows = pages.get(page);
    int row = position % ROWS;
    if (rows != null && row < rows.size()) {
      return Optional.of(rows.get(row));
    }
    want(page);
    return Optional.empty();
  }

  private void want(int page) {
    if (!loading.contains(page)) {
      waiting.remove(page);
      waiting.addFirst(page);
      if (waiting.size() > MOST_WAITING) {
        waiting.removeLast();
      }
      next();
    }
  }

  private void next() {
    while (loading.size() < AT_ONCE && !waiting.isEmpty()) {
      int page = waiting.removeFirst();
      loading.add(page);
      Task task = read.page(page);
      background.execute(() -> load(page, task));
    }
  }

  private void load(int page, Task task) {
    try {
      List<RowText> rows = task.read();
      window.execute(() -> keep(page, rows));
    } catch (PipelineException e) {
      window.execute(() -> {
        loading.remove(page);
        failed.accept(e);
        next();
      });
    }
  }

  private void keep(int page, List<RowText> rows) {
    loading.remove(page);
    pages.put(page, rows);
    if (pages.size() > MOST_PAGES) {
      pages.remove(pages.keySet().iterator().next());
    }
    loaded.accept(page);
    next();
  }

  /// Prepares the reading of a page, on the window's thread.
  @FunctionalInterface
  interface Read {
    Task page(int page);
  }

  /// Reads a page, on another thread.
  @FunctionalInterface
  interface Task {
    List<RowText> read() throws PipelineException;
  }
}
