package app.lineup.engine.accumulate;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// How items of one kind are written to a file, read back, and weighed. Every item comes back equal to what was written.
/// Thread-safe: no state.
///
/// @param <T> the kind of item
public interface ItemCodec<T> {

  /// Writes one item.
  void write(T item, DataOutput out) throws IOException;

  /// Reads the item that was written at this place.
  T read(DataInput in) throws IOException;

  /// The same item holding nothing but its own bytes, so that it may rest while what it was cut from is let go.
  T owned(T item);

  /// About how many bytes of memory the item takes at rest.
  long weigh(T item);
}
