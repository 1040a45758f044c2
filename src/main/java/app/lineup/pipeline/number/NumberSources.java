package app.lineup.pipeline.number;

import app.lineup.model.channel.ChannelKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which scope the keys of a source have: the ids of streams of two providers are not the same streams. A source is
/// known again by its name, and one with a new name by its place where nobody else has come there: an address that has
/// moved to another host. Immutable; names are kept as hashes, since they may be addresses.
///
/// @param known those of this run and earlier ones
public record NumberSources(List<Known> known) {

  /// Nobody has so many; a file that says so is damaged.
  static final int MOST = 10_000;
  /// The place of a source that was not in the last run.
  private static final int NOWHERE = -1;

  /// No sources yet.
  public static final NumberSources NONE = new NumberSources(List.of());

  /// One source.
  ///
  /// @param place where it was in the last run, the first is 0
  record Known(long name, int scope, int place) {}

  public NumberSources {
    known = List.copyOf(known);
  }

  /// These and the sources of a run.
  ///
  /// @param names in their order
  public NumberSources with(List<String> names) {
    Map<Long, Known> old = new HashMap<>();
    Map<Integer, Known> gone = new HashMap<>();
    List<Long> wanted = names.stream().map(NumberSources::hash).toList();
    for (Known one : known) {
      old.put(one.name(), one);
      if (one.place() != NOWHERE && !wanted.contains(one.name())) {
        gone.put(one.place(), one);
      }
    }
    int next = known.stream().mapToInt(Known::scope).max().orElse(-1) + 1;
    Map<Long, Known> now = new LinkedHashMap<>();
    for (int place = 0; place < wanted.size(); place++) {
      long name = wanted.get(place);
      if (!now.containsKey(name)) {
        Known before = old.containsKey(name) ? old.get(name) : gone.remove(place);
        now.put(name, new Known(name, before == null ? next++ : before.scope(), place));
      }
    }
    List<Known> all = new ArrayList<>(now.values());
    known.stream().filter(one -> all.stream().noneMatch(other -> other.scope() == one.scope()))
        .limit(Math.max(0, MOST - all.size())).forEach(one -> all.add(new Known(one.name(), one.scope(), NOWHERE)));
    return new NumberSources(all);
  }

  /// The scope of a source of the run.
  int scope(String name) {
    long hash = hash(name);
    return known.stream().filter(one -> one.name() == hash).findFirst().map(Known::scope).orElseThrow();
  }

  private static long hash(String name) {
    return new ChannelKey("source:" + name).hash(0, 0);
  }
}
