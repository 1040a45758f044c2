package app.lineup.gui.publish.model;

import app.lineup.serve.Fetch;
import app.lineup.serve.FetchObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Who fetched the playlist and when. Not thread-safe; used by the window's thread, but for its observer: however many
/// requests come, that only raises a flag, and the list is made anew when somebody looks.
public final class FetchesViewModel {

  /// As many as a server remembers.
  private static final int MOST = 1000;

  private final WordsViewModel words;
  private final AtomicBoolean changed = new AtomicBoolean();
  private final ObservableList<FetchRow> rows = FXCollections.observableArrayList();
  private List<Fetch> before = List.of();
  private Supplier<List<Fetch>> log = List::of;

  FetchesViewModel(WordsViewModel words) {
    this.words = words;
  }

  /// The requests, the newest first.
  public ObservableList<FetchRow> rows() {
    return rows;
  }

  FetchObserver observer() {
    return fetch -> changed.set(true);
  }

  /// Shows what a server that was just started remembers, after what others did.
  void listenTo(Supplier<List<Fetch>> server) {
    log = server;
    changed.set(true);
  }

  /// Keeps what the server remembers, as it is about to go.
  void keep() {
    before = all();
    log = List::of;
  }

  private List<Fetch> all() {
    var all = new ArrayList<>(before);
    all.addAll(log.get());
    return List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  /// Shows what is new.
  public void sample() {
    if (changed.getAndSet(false)) {
      rows.setAll(all().reversed().stream().map(words::row).toList());
    }
  }
}
