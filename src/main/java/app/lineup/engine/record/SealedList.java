package app.lineup.engine.record;

import app.lineup.engine.flow.PipelineIterator;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// A few items in memory as a [VersionedSource], for example a run's sources. Immutable.
///
/// @param <T> the kind of item
public final class SealedList<T> implements VersionedSource<T> {

  private final List<T> items;
  private final SourceInfo info;

  /// @param version     which state of the thing this is
  /// @param description what it is
  public SealedList(List<T> items, long version, String description) {
    this.items = List.copyOf(items);
    this.info = new SourceInfo(version, Instant.now(), OptionalLong.of(items.size()), description);
  }

  /// The items.
  public List<T> items() {
    return items;
  }

  @Override
  public SourceInfo info() {
    return info;
  }

  @Override
  public PipelineIterator<T> open() {
    return PipelineIterator.of(items);
  }

  @Override
  public void close() {}
}
