package app.lineup.engine.record;

import app.lineup.problem.PipelineException;
import java.util.List;

/// A [VersionedSource] whose items can be read from any place, for a table that shows a few of very many. Thread-safe.
///
/// @param <T> the kind of item
public interface IndexedSource<T> extends VersionedSource<T> {

  /// How many items there are.
  long size();

  /// The items from `from` on, at most `count` of them, fewer at the end. Reads a file: not for the window's thread.
  ///
  /// @param from  the index of the first item, 0 to [#size]
  /// @param count how many at most
  /// @throws PipelineException if what it reads is gone or damaged
  List<T> read(long from, int count) throws PipelineException;
}
