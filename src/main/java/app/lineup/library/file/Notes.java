package app.lineup.library.file;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/// What the program remembers that is not the user's work, such as the view that was open or what the last run gave: it
/// is no part of the library and cannot be undone. Read and set without waiting; a sink hears of each change and keeps
/// it. Thread-safe.
public final class Notes {

  private final Map<String, String> values;
  private final BiConsumer<String, String> sink;

  /// @param kept what was kept before
  /// @param sink is told each name whose value changed, and the value; must not wait
  public Notes(Map<String, String> kept, BiConsumer<String, String> sink) {
    this.values = new ConcurrentHashMap<>(kept);
    this.sink = sink;
  }

  /// The value under `name`, or `absent` where none was ever set.
  public String get(String name, String absent) {
    return values.getOrDefault(name, absent);
  }

  /// Sets a value; one that is already set is no change.
  public void set(String name, String value) {
    if (!value.equals(values.put(name, value))) {
      sink.accept(name, value);
    }
  }
}
