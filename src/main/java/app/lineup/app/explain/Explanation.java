package app.lineup.app.explain;

import java.util.List;

/// What a run does with the channels that somebody asked about, with credentials masked. Immutable.
///
/// @param hits  the first of them, each with its journey
/// @param total how many there are
/// @param exact whether these are called or meant just as was asked, and not only alike
/// @param near  where there is none: names that may have been meant
public record Explanation(List<Hit> hits, long total, boolean exact, List<String> near) {

  /// Enough to see the one that is meant.
  static final int KEPT_HITS = 20;

  public Explanation {
    hits = List.copyOf(hits);
    near = List.copyOf(near);
  }

  /// A channel and its way.
  ///
  /// @param name  its name as the provider wrote it
  /// @param group its group as the provider wrote it
  public record Hit(String name, String group, Journey journey) {}
}
