package app.lineup.engine.rest;

import app.lineup.engine.record.VersionedSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where the sealed sources of a run are found by name; they belong to it. Thread-safe.
public final class SourceRegistry implements AutoCloseable {

  private final Map<String, Entry<?>> sources = new HashMap<>();

  private record Entry<T>(Class<T> kind, VersionedSource<T> source) {}

  /// Puts a source under a name. One of that name that was there before is closed: its readers go on to their end.
  ///
  /// @param kind what its items are
  public <T> void register(String name, Class<T> kind, VersionedSource<T> source) {
    Entry<?> before;
    synchronized (this) {
      before = sources.put(name, new Entry<>(kind, source));
    }
    if (before != null) {
      before.source().close();
    }
  }

  /// The source under a name, if there is one.
  ///
  /// @throws IllegalArgumentException if its items are of another kind
  public synchronized <T> Optional<VersionedSource<T>> find(String name, Class<T> kind) {
    Entry<?> entry = sources.get(name);
    if (entry == null) {
      return Optional.empty();
    }
    if (!entry.kind().equals(kind)) {
      throw new IllegalArgumentException(name + " is a source of " + entry.kind() + ", not of " + kind);
    }
    // The same class object was registered with it.
    @SuppressWarnings("unchecked")
    var source = (VersionedSource<T>) entry.source();
    return Optional.of(source);
  }

  /// Closes all sources; open readers go on to their end. May be called twice.
  @Override
  public void close() {
    List<Entry<?>> all;
    synchronized (this) {
      all = new ArrayList<>(sources.values());
      sources.clear();
    }
    all.forEach(entry -> entry.source().close());
  }
}
